// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Tags;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.Triggers;
import org.huifang.api.staff.Staff;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.ScopeFields;
import org.jspecify.annotations.Nullable;

/** What a supervisor works with on plans and rules, and who the supervisor is. */
record Desk(Plans plans, Triggers triggers, Revisits revisits, LearnerArchive archive, Tags tags,
        @Nullable Accounts accounts,
        @Nullable Staff staff, @Nullable Calendars calendars, InstantSource clock) {
    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    static UUID me() {
        return Objects.requireNonNull(Viewer.current().account(), "supervisors have an account");
    }

    /** What the people of the team are good at. */
    Set<String> skills() {
        return staff == null
                ? Set.of()
                : staff.agents(tenant(), LocalDate.ofInstant(now(), ZoneOffset.UTC)).stream()
                        .flatMap(agent -> agent.skills().stream()).collect(Collectors.toSet());
    }

    /** Minutes that the team has on a day, or -1 while nobody can say: of all who are trained and there. */
    long minutes(LocalDate day) {
        if (staff == null) {
            return -1;
        }
        boolean works = calendars == null
                ? day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                : calendars.work(tenant()).works(day);
        return works ? staff.agents(tenant(), day).stream().mapToLong(agent -> agent.minutes(day)).sum() : 0;
    }

    Instant now() {
        return clock.instant();
    }

    /** Whoever did something, by name. */
    String who(UUID account) {
        var found = accounts == null ? Optional.<Account>empty() : accounts.find(tenant(), account);
        return found.map(Account::displayName).filter(name -> !name.isBlank())
                .orElseGet(() -> I18NProvider.translate("plans.somebody"));
    }

    String course(UUID course) {
        return archive.course(tenant(), course).map(Course::title)
                .orElseGet(() -> I18NProvider.translate("plans.course.gone"));
    }

    /** For whom something holds. */
    String scope(@Nullable UUID course, @Nullable String tag) {
        if (course == null) {
            return tag == null
                    ? I18NProvider.translate("plans.scope.all")
                    : I18NProvider.translate("plans.scope.tag", tag);
        }
        return tag == null
                ? I18NProvider.translate("plans.scope.course", course(course))
                : I18NProvider.translate("plans.scope.both", course(course), tag);
    }

    /** What a plan is called; the one that a school begins with has no name of its own. */
    static String name(PlanVersion version) {
        return version.name().isBlank()
                ? I18NProvider.translate(version.course() == null && version.tag() == null
                        ? "plans.unnamed.all"
                        : "plans.unnamed")
                : version.name();
    }

    String scope(PlanVersion version) {
        return scope(version.course(), version.tag());
    }

    ScopeFields scopeFields(Runnable changed) {
        var texts = new ScopeFields.Texts(I18NProvider.translate("plans.course"),
                I18NProvider.translate("plans.course.all"), I18NProvider.translate("plans.course.gone"),
                I18NProvider.translate("plans.tag"), I18NProvider.translate("plans.tag.all"));
        return new ScopeFields(texts, archive.courses(tenant()), tags.all(tenant()), changed);
    }

    /** The names of these people as they stand outside the own cases. */
    Map<UUID, String> masked(Collection<UUID> learners) {
        return archive.summaries(tenant(), learners).values().stream()
                .collect(Collectors.toMap(LearnerSummary::id, person -> Mask.name(person.name())));
    }
}
