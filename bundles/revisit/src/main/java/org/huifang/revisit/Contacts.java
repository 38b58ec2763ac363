// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Attempt;
import org.huifang.persistence.Sql;

/** The tables of contacts: those planned, and each time that somebody was contacted. */
final class Contacts {
    static final String TOUCH = """
        insert into revisit.touch (tenant, person, channel, at, key)
        select o.tenant, o.person, ?, ?, ? from revisit.obligation o where o.id = ? on conflict do nothing""";

    private static final String CHANNEL = """
        select coalesce(c.channel, 'phone') from revisit.obligation o left join revisit.contact c on c.id = o.contact
        where o.id = ?""";

    private static final String OVER = """
        update revisit.contact set over = true where id = (select contact from revisit.obligation where id = ?)""";

    private static final String FREE = """
        update revisit.obligation set contact = null, hold = null, hold_until = null, taken_by = null, taken_until = null
        where id = ?""";

    private static final String SAME = """
        select c.id from revisit.contact c join revisit.obligation o on o.person = c.person
        where o.id = ? and c.channel = ? and c.at = ? and c.chosen and not c.over limit 1""";

    private static final String CHOSEN = """
        insert into revisit.contact (tenant, id, person, channel, at, chosen)
        select o.tenant, gen_random_uuid(), o.person, ?, ?, true from revisit.obligation o where o.id = ? returning id""";

    private static final Duration REMINDER = Duration.ofDays(3);

    private Contacts() {
    }

    /**
     * An attempt was made: it counts for caps, and its contact is over. Attempts about several obligations of one person in
     * one call are one touch.
     *
     * @param comesBack whether a call-back is this case again
     * @param callable whether they can be called: to call back is to call, also whoever was written to
     */
    static void touched(Sql sql, Owed owed, Attempt attempt, boolean comesBack, boolean callable) throws SQLException {
        String channel = sql.list(CHANNEL, row -> row.getString(1), owed.id()).getFirst();
        List<String> contact = sql.list("select contact::text from revisit.obligation where id = ?",
                row -> row.getString(1), owed.id());
        String call = contact.getFirst() == null ? attempt.key().toString() : contact.getFirst();
        // Who asks to be called at another time has not been contacted yet, and wants to be.
        if (attempt.callBack() == null) {
            sql.update(TOUCH, channel, Place.storable(attempt.at()), call, owed.id());
        }
        sql.update(OVER, owed.id());
        sql.update(FREE, owed.id());
        if (attempt.callBack() != null && comesBack) {
            put(sql, owed.id(), callable ? "phone" : channel, Place.storable(attempt.callBack()));
        }
    }

    /** The learner was told of a contact. */
    static void told(Sql sql, Announced contact, String channel, Instant now) throws SQLException {
        sql.update("update revisit.contact set notified = 'SENT', told_at = ?, told_by = ? where id = ?", now, channel,
                contact.id());
        List<Told> told = new ArrayList<>();
        for (Owed owed : contact.open()) {
            told.add(Told.notified(owed, channel, contact.at(), now));
        }
        Outbox.add(sql, told);
        // it counts as a contact, which what is planned for the person meanwhile makes room for
        Replan.ask(sql, contact.open());
    }

    /** An invitation was sent; a reminder may follow some days later, as long as nobody answered. */
    static void invited(Sql sql, Announced contact, String channel, Instant now) throws SQLException {
        sql.update(
                "update revisit.contact set over = true, notified = 'SENT', told_at = ?, told_by = ? where id = ?",
                now, channel, contact.id());
        List<Told> told = new ArrayList<>();
        List<Owed> after = new ArrayList<>();
        for (Owed owed : contact.open()) {
            told.add(Told.notified(owed, channel, contact.at(), now));
            after.add(owed.again(owed.unanswered() + 1, now.plus(REMINDER)));
        }
        Obligations.save(sql, after);
        Outbox.add(sql, told);
    }

    /** No address takes the invitation: planning holds it until there is another, and the ledger says so. */
    static void undeliverable(Sql sql, UUID contact) throws SQLException {
        sql.update("update revisit.contact set over = true where id = ?", contact);
        Replan.ask(sql, Obligations.list(sql, "where o.contact = ? order by o.id", List.of(contact)));
    }

    /** Somebody chose when this is to be, so planning leaves it there, as long as it is permitted. */
    static void choose(Sql sql, TenantId tenant, UUID obligation, Instant at) throws SQLException {
        String channel = sql.list(CHANNEL, row -> row.getString(1), obligation).getFirst();
        put(sql, obligation, channel, at);
    }

    private static void put(Sql sql, UUID obligation, String channel, Instant at) throws SQLException {
        // What was talked about in one call, and is to be in one call again, stays together.
        List<UUID> there = sql.list(SAME, row -> Sql.id(row, "id"), obligation, channel, at);
        UUID contact = there.isEmpty()
                ? sql.list(CHOSEN, row -> Sql.id(row, "id"), channel, at, obligation).getFirst()
                : there.getFirst();
        sql.update("update revisit.obligation set contact = ?, hold = null, hold_until = null where id = ?", contact,
                obligation);
    }
}
