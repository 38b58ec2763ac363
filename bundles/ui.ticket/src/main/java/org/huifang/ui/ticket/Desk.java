// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ListExport;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChanges;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.Tickets;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What staff work with on tickets, and who they are. */
record Desk(Tickets tickets, CourseChanges changes, TicketRules rules, LearnerArchive archive, Accounts accounts,
        InstantSource clock, @Nullable ListExport export) {
    private static final String STAFF = "staff:";

    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    /** Staff only see this view, and staff have an account. */
    static UUID account() {
        UUID account = Viewer.current().account();
        if (account == null) {
            throw new IllegalStateException("tickets are for staff");
        }
        return account;
    }

    static boolean leads() {
        return Viewer.current().any(Role.SUPERVISOR, Role.ADMIN);
    }

    Instant now() {
        return clock.instant();
    }

    /** Colleagues who can answer for something, by name. */
    List<Account> staff() {
        return accounts.all(tenant()).stream().filter(a -> !a.disabled())
                .sorted(Comparator.comparing(Desk::nameOf)).toList();
    }

    String name(UUID account) {
        return accounts.find(tenant(), account).map(Desk::nameOf).orElseGet(() -> Words.source("staff"));
    }

    /** Who said something: a colleague by name, the learner, Huifang. */
    String author(String author) {
        if (author.matches(STAFF + "[0-9a-f-]{36}")) {
            return name(UUID.fromString(author.substring(STAFF.length())));
        }
        return author.startsWith("learner:") ? Words.source("learner") : Words.source("revisit");
    }

    static String nameOf(Account account) {
        return account.displayName().isBlank() ? account.name() : account.displayName();
    }

    String raiser(UUID learner) {
        var found = archive.summaries(tenant(), List.of(learner)).get(learner);
        return found == null ? learner.toString().substring(0, 8) : found.name();
    }

    Map<UUID, String> courses() {
        return archive.courses(tenant()).stream().collect(Collectors.toMap(Course::id, Course::title, (a, b) -> a,
                java.util.LinkedHashMap::new));
    }

    /** As the school calls it; as it is for one that nobody can choose any more. */
    String code(Area area, String code) {
        return rules.codes(tenant()).stream().filter(c -> c.area() == area && c.code().equals(code))
                .map(TicketRules.SubCode::name).findFirst().orElse(code);
    }

    @Nullable
    String course(@Nullable UUID id) {
        return id == null ? null : archive.course(tenant(), id).map(Course::title).orElse(null);
    }
}
