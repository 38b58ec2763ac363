// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Study;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Policies;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ListExport;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.script.Scripts;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.Tickets;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What these views work with. All but archive and revisits may be away; what needs it is left out then. */
@Component(service = Desk.class)
public final class Desk {
    private static final int AHEAD_DAYS = 14;

    private final LearnerArchive archive;
    private final Revisits revisits;
    private final InstantSource clock;
    private final Asking asking;
    private final Ahead ahead;
    private final @Nullable FileKeeping keeping;
    private final @Nullable Consents consents;
    private final @Nullable Policies policies;
    private final @Nullable Reachability reachability;
    private final @Nullable Accounts accounts;
    private final @Nullable Staff staff;
    private final @Nullable Scripts scripts;
    private final @Nullable Tickets tickets;
    private final @Nullable TicketRules rules;
    private final @Nullable ListExport export;
    private final @Nullable Calendars calendars;

    @Activate
    public Desk(@Reference LearnerArchive archive, @Reference Revisits revisits, @Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable FileKeeping keeping,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable FileQuality quality,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Consents consents,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Policies policies,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Reachability reachability,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Staff staff,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Scripts scripts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Tickets tickets,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable TicketRules rules,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable ListExport export,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Calendars calendars) {
        this.archive = archive;
        this.revisits = revisits;
        this.clock = clock;
        this.asking = new Asking(archive, keeping, quality, clock);
        this.ahead = new Ahead(tenant -> revisits.load(tenant, AHEAD_DAYS), clock);
        this.keeping = keeping;
        this.consents = consents;
        this.policies = policies;
        this.reachability = reachability;
        this.accounts = accounts;
        this.staff = staff;
        this.scripts = scripts;
        this.tickets = tickets;
        this.rules = rules;
        this.export = export;
        this.calendars = calendars;
    }

    LearnerArchive archive() {
        return archive;
    }

    Revisits revisits() {
        return revisits;
    }

    InstantSource clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    Asking asking() {
        return asking;
    }

    @Nullable
    Consents consents() {
        return consents;
    }

    @Nullable
    Scripts scripts() {
        return scripts;
    }

    @Nullable
    Tickets tickets() {
        return tickets;
    }

    /** The name that the school goes by today, or "". */
    String school() {
        return policies == null ? "" : policies.schoolName(tenant(), now());
    }

    /** What a person has of each course, as far as it is known. */
    List<Study> studies(UUID learner) {
        return keeping == null ? List.of() : keeping.studies(tenant(), learner);
    }

    /** A masked value is about to be shown in full, to call. */
    void revealed(UUID learner, String field) {
        archive.record(new Delivery(tenant(), "staff", UUID.randomUUID().toString(),
                List.of(new Fact.Revealed(learner, field, "call", "staff:" + agent(), now()))));
    }

    /** A stranger answered: the number or address is not used again until somebody says that it is theirs. */
    void wrong(UUID learner, String channel, UUID attempt) {
        archive.file(tenant(), learner).flatMap(file -> Reached.at(file, channel))
                .ifPresent(at -> archive.record(new Delivery(tenant(), "staff", attempt + ":wrong",
                        List.of(new Fact.ValueChecked(learner, at.field(), at.value(), false, "staff:" + agent(),
                                now())))));
    }

    @Nullable
    ListExport export() {
        return export;
    }

    /** The title of a course; the archive counts who is in it on the way, so nobody asks with each push. */
    String title(UUID course) {
        return archive.course(tenant(), course).map(Course::title).orElse("");
    }

    /** The day after today for which the team's next calls are planned; null where none are for the next two weeks. */
    @Nullable
    LocalDate ahead() {
        return ahead.of(tenant());
    }

    /** The school's sub-codes of feedback. */
    List<TicketRules.SubCode> codes() {
        return rules == null ? List.of() : rules.codes(tenant());
    }

    /** How a person can be reached; empty while that is not known. */
    Optional<Reach> reach(UUID learner) {
        return reachability == null
                ? Optional.empty()
                : Optional.ofNullable(reachability.of(tenant(), List.of(learner), Set.of("revisit"), now())
                        .get(learner));
    }

    /** When this person may be contacted on a channel about this course; empty while there is no calendar. */
    Optional<CallHours> hours(UUID learner, UUID course, String channel) {
        var there = calendars;
        return there == null
                ? Optional.empty()
                : Optional.of(new CallHours(there.hours(tenant(), channel),
                        reach(learner).map(Reach::zone).orElseGet(() -> there.work(tenant()).zone()), course));
    }

    /** The trainings that the viewer lacks, without which nobody works on cases. */
    Set<String> lacking() {
        return staff == null
                ? Set.of()
                : staff.agent(tenant(), agent(), today()).map(Agent::lacking).orElse(Set.of());
    }

    /** Everybody who can be given a case, by name; without the part that knows the team, everybody with the role. */
    Map<UUID, String> colleagues() {
        if (staff != null) {
            return staff.agents(tenant(), today()).stream().filter(Agent::trained)
                    .collect(Collectors.toMap(Agent::account, Agent::name, (a, b) -> a, LinkedHashMap::new));
        }
        return accounts == null
                ? Map.of()
                : accounts.all(tenant()).stream().filter(a -> !a.disabled() && a.roles().contains(Role.AGENT))
                        .collect(Collectors.toMap(Account::id, Account::displayName, (a, b) -> a,
                                LinkedHashMap::new));
    }

    /** A colleague's name, or "" where it is not known. */
    String name(UUID account) {
        return accounts == null || account.equals(Obligation.NOBODY)
                ? ""
                : accounts.find(tenant(), account).map(Account::displayName).orElse("");
    }

    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    static UUID agent() {
        return Objects.requireNonNull(Viewer.current().account(), "agents have an account");
    }

    private LocalDate today() {
        return now().atZone(Times.zone()).toLocalDate();
    }
}
