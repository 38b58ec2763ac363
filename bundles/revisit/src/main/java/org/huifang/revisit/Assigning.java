// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what falls due: whoever answered before as long as they are there and trained, else whoever covers for
 * them, else whoever answers for the person's other cases, else of those who serve the course, speak the language and have the
 * skill that it needs the one with least to do. A promise is kept by whoever gave it as long as they are there. Several batches may be assigned
 * at the same time.
 */
final class Assigning {
    /** What they have been given for the next days counts too, or a day's newcomers would all go to one. */
    private static final String LOAD = """
        select owner, sum(minutes) as minutes from (
            select owner, minutes from revisit.obligation
            where tenant = ? and state = 'DUE' and kind <> 'QUESTIONNAIRE' and hold is null
            union all select owner, minutes from revisit.obligation
            where tenant = ? and state = 'SCHEDULED' and assigned and kind <> 'QUESTIONNAIRE' and hold is null) given
        group by owner""";

    /**
     * @param nobody there are agents, and none of them may take it
     * @param chosen somebody was chosen for it, now or before
     */
    record Choice(UUID owner, boolean nobody, boolean chosen) {}

    private final Map<UUID, Agent> agents = new HashMap<>();
    private volatile Map<UUID, Long> load = new ConcurrentHashMap<>();
    private boolean loaded;
    private final LocalDate today;
    private final UUID responsible;

    private Assigning(List<Agent> agents, LocalDate today, UUID responsible) {
        agents.forEach(agent -> this.agents.put(agent.account(), agent));
        this.today = today;
        this.responsible = responsible;
    }

    static Assigning of(@Nullable Staff staff, TenantId tenant, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new Assigning(staff == null ? List.of() : staff.agents(tenant, today), today,
                staff == null ? Obligation.NOBODY : staff.responsible(tenant, null).orElse(Obligation.NOBODY));
    }

    /** What each has to do, as it was counted a moment ago and went on since; counting all of it takes a while. */
    synchronized void load(Map<UUID, Long> counted) {
        load = counted;
        loaded = true;
    }

    synchronized void load(Sql sql, TenantId tenant) throws SQLException {
        if (!loaded) {
            Map<UUID, Long> counted = new ConcurrentHashMap<>();
            sql.list(LOAD, row -> counted.put(Sql.id(row, "owner"), row.getLong("minutes")), tenant.value(),
                    tenant.value());
            load(counted);
        }
    }

    synchronized Map<UUID, Long> load() {
        return load;
    }

    Choice choose(Arrangements.Row row, @Nullable UUID usual, String language) {
        UUID owner = row.owner();
        Owed owed = row.owed();
        if (agents.isEmpty()) {
            return new Choice(owner.equals(Obligation.NOBODY) ? responsible : owner, false, false);
        }
        // Whoever answers for a course answers for it until somebody is chosen to do it.
        boolean named = row.assigned() || owed.origin() == Origin.PROMISE;
        Agent before = named ? agents.get(owner) : null;
        if (before != null && works(before)) {
            return new Choice(owner, false, true);
        }
        Predicate<Agent> fits = agent -> works(agent) && agent.serves(owed.course()) && agent.speaks(language)
                && agent.can(owed.skill());
        UUID chosen = Optional.ofNullable(before).flatMap(agent -> agent.absence(today)).map(Absence::cover)
                .map(agents::get)
                // who covers keeps promises as they are; of all else only what they can do
                .filter(owed.origin() == Origin.PROMISE ? this::works : fits)
                .or(() -> Optional.ofNullable(usual).filter(id -> owed.origin() != Origin.PROMISE).map(agents::get)
                        .filter(fits))
                .or(() -> agents.values().stream().filter(fits).min(Comparator
                        .comparingLong((Agent agent) -> load.getOrDefault(agent.account(), 0L))
                        .thenComparing(Agent::account)))
                .map(Agent::account).orElse(null);
        if (chosen == null) {
            return new Choice(owner.equals(Obligation.NOBODY) ? responsible : owner, true, row.assigned());
        }
        load.merge(chosen, (long) owed.minutes(), Long::sum);
        return new Choice(chosen, false, true);
    }

    private boolean works(Agent agent) {
        return agent.trained() && agent.absence(today).isEmpty();
    }
}
