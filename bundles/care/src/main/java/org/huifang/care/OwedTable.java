// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.care.Greeted.Reason;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** What is owed, and what became of it. A row is worked on by whoever claimed it; a claim that is not kept up ends. */
final class OwedTable {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private OwedTable() {
    }

    /** Who is greeted for this already, or will be. */
    static Set<UUID> known(Sql sql, Kept kept, String occasion, Collection<UUID> people) throws SQLException {
        return Set.copyOf(sql.list("select person from care.owed where tenant = ? and greeting = ? and occasion = ?"
                + " and person = any (?::uuid[])", row -> Sql.id(row, "person"), kept.tenant().value(), kept.id(),
                occasion, people.toArray(UUID[]::new)));
    }

    /** Adds what is not there yet; what is over already is noted as not sent. */
    static int add(Sql sql, List<Owed> owed, Instant now) throws SQLException {
        return sql.update("""
            insert into care.owed (tenant, id, greeting, person, occasion, day, course, begins, ends, state, reason,
                next_try)
            select o.tenant, o.id, o.greeting, o.person, o.occasion, o.day, o.course, o.begins, o.ends,
                case when o.ends <= ? then 'NOT_SENT' else 'WAITING' end, case when o.ends <= ? then 'TOO_LATE' end,
                case when o.ends > ? then o.begins end
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::uuid[], ?::timestamptz[],
                ?::timestamptz[]) o (tenant, id, greeting, person, occasion, day, course, begins, ends)
            on conflict (tenant, greeting, person, occasion) do nothing""", now, now, now,
                Sql.texts(owed, each -> each.tenant().value()), Sql.ids(owed, Owed::id), Sql.ids(owed, Owed::greeting),
                Sql.ids(owed, Owed::person), Sql.texts(owed, Owed::occasion),
                owed.stream().map(Owed::day).toArray(LocalDate[]::new), Sql.ids(owed, Owed::course),
                Sql.times(owed, Owed::begins), Sql.times(owed, Owed::ends));
    }

    /** Takes what is to be looked at now, for five minutes; no two callers take the same. */
    static List<Owed> claim(Sql sql, UUID claim, Instant now, int limit) throws SQLException {
        return sql.list("""
            update care.owed set claim = ?, next_try = ? where id in (select id from care.owed
                where state = 'WAITING' and next_try <= ? order by next_try limit ? for update skip locked)
            returning *""", Owed::read, claim, now.plus(LEASE), now, limit);
    }

    /** It is given to a channel now: whoever goes on after a crash gives it to the same one under the same key. */
    static boolean trying(Sql sql, Owed owed, UUID claim, String channel, Instant now) throws SQLException {
        return sql.update("update care.owed set trying = ?, reason = 'UNCLEAR', next_try = ? where id = ? and claim = ?"
                + " and state = 'WAITING'", channel, now.plus(LEASE), owed.id(), claim) == 1;
    }

    static int sent(Sql sql, Owed owed, String channel, Instant now) throws SQLException {
        return sql.update("update care.owed set state = 'SENT', channel = ?, sent = ?, reason = null, trying = null,"
                + " next_try = null where id = ? and state = 'WAITING'", channel, now, owed.id());
    }

    /** What was sent and the archive was not told of, the oldest first. */
    static List<Sent> untold(Sql sql, int limit) throws SQLException {
        return sql.list("""
            select o.tenant, o.id, o.person, g.occasion, o.channel, o.sent from care.owed o
                join care.greeting g on g.id = o.greeting
            where o.state = 'SENT' and not o.told order by o.sent, o.id limit ?""", Sent::read, limit);
    }

    static int told(Sql sql, Collection<Sent> sent) throws SQLException {
        return sql.update("update care.owed set told = true where id = any (?::uuid[])",
                (Object) Sql.ids(sent, Sent::id));
    }

    /** @param trying the channel that has not taken it yet and may, or null */
    static int waits(Sql sql, Owed owed, UUID claim, Reason reason, @Nullable String trying, Instant next)
            throws SQLException {
        Instant soonest = next.isBefore(owed.ends()) ? next : owed.ends();
        return sql.update("update care.owed set reason = ?, trying = ?, next_try = ?, begins = ?, ends = ?"
                + " where id = ? and claim = ? and state = 'WAITING'", reason.name(), trying, soonest, owed.begins(),
                owed.ends(), owed.id(), claim);
    }

    static int notSent(Sql sql, Owed owed, UUID claim, Reason reason) throws SQLException {
        return sql.update("update care.owed set state = 'NOT_SENT', reason = ?, trying = null, next_try = null"
                + " where id = ? and claim = ? and state = 'WAITING'", reason.name(), owed.id(), claim);
    }
}
