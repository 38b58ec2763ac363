// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.care.Greeted.Reason;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends what is owed in the person's own day. What cannot go now waits and is looked at again; when the day is over it is
 * noted as not sent, with the reason that stood in the way.
 */
@Component
public final class SendGreetings implements Job {
    static final String NAME = "care.send";
    private static final int BATCH = 50;
    private static final int ENOUGH = 3;
    private static final Duration SOON = Duration.ofMinutes(5);

    private final CareStore store;
    private final People people;
    private final Carrying carrying;
    private final Announcer announcer;

    @Activate
    public SendGreetings(@Reference CareStore store, @Reference People people, @Reference Carrying carrying,
            @Reference Announcer announcer) {
        this.store = store;
        this.people = people;
        this.carrying = carrying;
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        UUID claim = UUID.randomUUID();
        Instant now = people.now();
        List<Owed> batch = store.ofAll(sql -> OwedTable.claim(sql, claim, now, BATCH));
        Map<TenantId, Map<UUID, Reach>> files = new HashMap<>();
        batch.stream().collect(Collectors.groupingBy(Owed::tenant, Collectors.mapping(Owed::person,
                Collectors.toSet()))).forEach((tenant, ids) -> files.put(tenant, people.byId(tenant, ids)));
        var failures = new ArrayList<RuntimeException>();
        for (Owed owed : batch) {
            try {
                look(owed, files.getOrDefault(owed.tenant(), Map.of()).get(owed.person()), claim);
            } catch (RuntimeException e) {
                // one that cannot be sent must not keep the others; what fails for all is tried again later
                failures.add(e);
                if (failures.size() == ENOUGH) {
                    break;
                }
            }
        }
        announcer.tell(batch.stream().map(Owed::tenant).toList(), SqlGreetings.TOPIC);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return batch.size() == BATCH;
    }

    private void look(Owed owed, @Nullable Reach person, UUID claim) {
        Owed there = person == null ? owed : in(people.zone(owed.tenant(), person), owed);
        Fate fate = fate(there, claim, person, people.now());
        store.of(owed.tenant(), sql -> note(sql, there, claim, fate));
    }

    private int note(Sql sql, Owed owed, UUID claim, Fate fate) throws SQLException {
        return switch (fate) {
            case Fate.Sent(String channel) -> OwedTable.sent(sql, owed, channel, people.now());
            case Fate.Waits(Reason reason, var trying, Instant next) ->
                OwedTable.waits(sql, owed, claim, reason, trying, next);
            case Fate.Dropped(Reason reason) -> OwedTable.notSent(sql, owed, claim, reason);
            case Fate.Taken() -> 0;
        };
    }

    /** The day where the person is now; a milestone is not bound to the hours of a day. */
    private static Owed in(ZoneId zone, Owed owed) {
        return owed.course() != null
                ? owed
                : new Owed(owed.tenant(), owed.id(), owed.greeting(), owed.person(), owed.occasion(), owed.day(), null,
                        owed.day().atStartOfDay(zone).toInstant(),
                        owed.day().plusDays(1).atStartOfDay(zone).toInstant(),
                        owed.reason(), owed.trying());
    }

    private Fate fate(Owed owed, UUID claim, @Nullable Reach person, Instant now) {
        if (!now.isBefore(owed.ends())) {
            return new Fate.Dropped(Objects.requireNonNullElse(owed.reason(), Reason.TOO_LATE));
        }
        if (now.isBefore(owed.begins())) {
            return new Fate.Waits(Objects.requireNonNullElse(owed.reason(), Reason.QUIET_HOURS), owed.trying(),
                    owed.begins());
        }
        if (person == null) {
            return new Fate.Dropped(Reason.NO_CONTACT_POINT);
        }
        Optional<Kept> kept = store.of(owed.tenant(), sql -> GreetingTable.find(sql, owed.greeting()));
        if (kept.isEmpty() || !kept.get().greeting().live()) {
            // it may be started again while the day lasts
            return new Fate.Waits(Reason.STOPPED, owed.trying(), now.plus(SOON));
        }
        Greeting greeting = kept.get().greeting();
        if (!Faults.of(greeting).isEmpty()) {
            return new Fate.Waits(Reason.SELLS, owed.trying(), now.plus(SOON));
        }
        if (!person.person().equals(owed.person()) && !store.of(owed.tenant(), sql -> OwedTable.known(sql, kept.get(),
                owed.occasion(), List.of(person.person()))).isEmpty()) {
            return new Fate.Dropped(Reason.MERGED);
        }
        return meant(owed, kept.get(), person)
                ? carrying.carry(owed, claim, greeting, person, now)
                : new Fate.Dropped(Reason.NOT_MEANT);
    }

    private boolean meant(Owed owed, Kept kept, Reach person) {
        return switch (kept.greeting().occasion()) {
            case Occasion.Birthday() -> Kept.birthday(person.birthDate(), owed.day())
                    && people.enrolled(kept, person.person());
            case Occasion.Festival(var days) -> days.contains(owed.day()) && people.enrolled(kept, person.person());
            case Occasion.Milestone _,Occasion.Finished _ -> kept.meant(person);
        };
    }
}
