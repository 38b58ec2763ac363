// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reachability;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.revisit.DayLoad;
import org.huifang.api.revisit.DueLoad;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** What a team is led with. */
record Desk(Staff staff, Accounts accounts, LearnerArchive archive, Reachability reachability,
        @Nullable Revisits revisits,
        @Nullable Calendars calendars, InstantSource clock) {
    private static final List<String> TRAININGS = List.of("calling", "entry", "security");
    private static final int MANY = 5_000;

    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    /** The school's calendar, or null while its bundle is away. */
    @Nullable
    WorkCalendar calendar() {
        return calendars == null ? null : calendars.work(tenant());
    }

    /** Today, in the school's zone. */
    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        var calendar = calendar();
        return clock.instant().atZone(calendar == null ? Times.zone() : calendar.zone()).toLocalDate();
    }

    List<Agent> agents() {
        return staff.agents(tenant(), today());
    }

    /** Who can answer for something, by id. */
    Map<UUID, String> people() {
        Map<UUID, String> people = new LinkedHashMap<>();
        accounts.all(tenant()).stream().filter(account -> !account.disabled() && !account.roles().isEmpty())
                .forEach(account -> people.put(account.id(), name(account)));
        return people;
    }

    String name(UUID account) {
        return accounts.find(tenant(), account).map(Desk::name)
                .orElseGet(() -> I18NProvider.translate("team.nobody"));
    }

    private static String name(Account account) {
        return account.displayName().isBlank() ? account.name() : account.displayName();
    }

    Map<UUID, String> courses() {
        Map<UUID, String> courses = new LinkedHashMap<>();
        archive.courses(tenant()).forEach(course -> courses.put(course.id(), course.title()));
        return courses;
    }

    /** What learners speak, as far as it is known. */
    Map<UUID, String> languages(Collection<UUID> learners) {
        Map<UUID, String> languages = new HashMap<>();
        var now = clock.instant();
        var all = List.copyOf(learners);
        for (int from = 0; from < all.size(); from += MANY) {
            reachability.of(tenant(), all.subList(from, Math.min(all.size(), from + MANY)), Set.of(), now)
                    .forEach((learner, reach) -> languages.put(learner, reach.language()));
        }
        return languages;
    }

    /** What the next days ask of the team; empty while the bundle that knows it is away. */
    List<DayLoad> load(int days) {
        return revisits == null ? List.of() : revisits.load(tenant(), days);
    }

    /** The same by course and by when it is owed. */
    List<DueLoad> dueLoad(int days) {
        return revisits == null ? List.of() : revisits.dueLoad(tenant(), days);
    }

    /** Trainings that people know, and those of the school's own. */
    static List<String> trainings() {
        return TRAININGS;
    }

    static String training(String name) {
        return TRAININGS.contains(name) ? I18NProvider.translate("team.training." + name) : name;
    }

    /** The training that somebody means who types this: one that is called so, or the only one that begins so, or a new one. */
    static String meant(String typed, Collection<String> known) {
        String words = typed.strip();
        var exact = known.stream().filter(each -> each.equals(words) || training(each).equalsIgnoreCase(words))
                .findFirst();
        if (exact.isPresent() || words.isEmpty()) {
            return exact.orElse("");
        }
        var begun = known.stream().filter(each -> training(each).regionMatches(true, 0, words, 0, words.length()))
                .toList();
        return begun.size() == 1 ? begun.getFirst() : words;
    }
}
