// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Has settled obligations owed again, within one transaction, as far as they still are: whoever has left, finished or got
 * the money back meanwhile is asked nothing for all that.
 */
final class Reopening {
    private static final String PLACES = """
        select distinct course, learner from revisit.obligation where tenant = ? and id = any (?::uuid[])""";

    /** It was done, or refused, while it went away: nobody is called about that again. */
    private static final String WORKED = """
        select distinct a.obligation from revisit.attempt a join revisit.obligation o on o.id = a.obligation
        where a.tenant = ? and a.obligation = any (?::uuid[])
            and (a.outcome = 'REACHED' or a.outcome = 'REFUSED' and o.state = 'EXEMPT')""";

    private final Sql sql;
    private final TenantId tenant;
    private final Planning planning;
    private final Instant now;
    private final Owners owners;

    Reopening(Sql sql, TenantId tenant, Planning planning, Instant now, Owners owners) {
        this.sql = sql;
        this.tenant = tenant;
        this.planning = planning;
        this.now = now;
        this.owners = owners;
    }

    /**
     * @param by who wants so, or null for the learner
     * @return those that are owed again, as they stand now
     */
    List<Owed> reopen(Collection<UUID> ids, Predicate<Owed> which, @Nullable UUID by) throws SQLException {
        Set<PlaceKey> keys = new TreeSet<>(sql.list(PLACES,
                row -> new PlaceKey(tenant, Sql.id(row, "course"), Sql.id(row, "learner")), tenant.value(),
                ids.toArray(UUID[]::new)));
        // places before obligations, as all who lock both do
        Map<PlaceKey, Places.Kept> places = Places.load(sql, keys);
        Map<UUID, Owed> opened = new HashMap<>();
        // all of them at once: those who lock some more later could wait for each other
        Obligations.lockOf(sql, keys);
        Set<UUID> worked = new HashSet<>(sql.list(WORKED, row -> Sql.id(row, "obligation"), tenant.value(),
                ids.toArray(UUID[]::new)));
        for (Owed owed : Obligations.lock(sql, tenant, ids)) {
            if (which.test(owed) && !worked.contains(owed.id())) {
                // who declined and comes back is called as if for the first time
                opened.put(owed.id(), owed.restored(now, owed.state() == State.DECLINED ? 0 : owed.unanswered()));
            }
        }
        Obligations.save(sql, opened.values());
        places.keySet().retainAll(opened.values().stream().map(Owed::place).toList());
        var owing = new Owing(sql, school -> planning, now, owners);
        owing.plans(tenant, LivePlans.of(sql, tenant, now));
        Owing.Change change = owing.change(places);
        Obligations.countOwed(sql, change.added());
        Obligations.save(sql, change.all());
        Outbox.add(sql, change.told());
        change.all().forEach(owed -> opened.computeIfPresent(owed.id(), (id, before) -> owed));
        opened.values().removeIf(owed -> !owed.state().open());
        Outbox.add(sql, opened.values().stream().map(owed -> Told.owedAgain(owed, by, now)).toList());
        return List.copyOf(opened.values());
    }
}
