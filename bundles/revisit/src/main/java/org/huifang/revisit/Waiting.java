// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/**
 * Contacts that a message is to be sent about, a page after the other in the order of their times, and from the beginning
 * again after the last. Each page goes on where the one before ended: many wait for another hour, and who began anew with
 * each page would pass over all of them each time.
 */
final class Waiting {
    private static final int PAGE = 100;

    /** Also in time, and not tried in vain; after the place where the page before ended. */
    private static final String NEXT = """
        select c.tenant, c.id, c.person, c.at from revisit.contact c
        where not c.over and c.at > ? and c.at <= ? and c.tries < ? and (c.next_try is null or c.next_try <= ?)
            and (c.at, c.id) > (?, ?)
        """;
    private static final String PAGED = " order by c.at, c.id limit ?";

    /** One contact after the other (offset): without statistics the planner joins all that is owed, and takes minutes. */
    private static final String NOTICES = NEXT + """
            and c.notified = 'NOT_YET'
            and exists (select from revisit.obligation o where o.contact = c.id and o.notice and o.kind <> 'QUESTIONNAIRE'
                and o.state in ('SCHEDULED', 'DUE') and o.hold is null offset 0)
        """ + PAGED;

    private static final String INVITATIONS = NEXT + """
            and exists (select from revisit.obligation o where o.contact = c.id and o.kind = 'QUESTIONNAIRE'
                and o.state = 'DUE' offset 0)
            and not exists (select from revisit.obligation o where o.contact = c.id and o.kind <> 'QUESTIONNAIRE'
                and o.state in ('SCHEDULED', 'DUE') offset 0)
        """ + PAGED;

    private static final Found START = new Found(TenantId.DEFAULT, new UUID(0, 0), new UUID(0, 0), Instant.EPOCH);

    /** A contact, whose it is, and when it is to be. */
    record Found(TenantId tenant, UUID contact, UUID person, Instant at) {
        private static Found read(ResultSet row) throws SQLException {
            return new Found(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "person"),
                    Sql.instant(row, "at"));
        }
    }

    private final RevisitStore store;
    private final String query;
    private final boolean ahead;
    private Found last = START;

    private Waiting(RevisitStore store, String query, boolean ahead) {
        this.store = store;
        this.query = query;
        this.ahead = ahead;
    }

    /** Calls that are to come, of which the learner is to be told. */
    static Waiting notices(RevisitStore store) {
        return new Waiting(store, NOTICES, true);
    }

    /** Questionnaires whose time has come. */
    static Waiting invitations(RevisitStore store) {
        return new Waiting(store, INVITATIONS, false);
    }

    List<Found> next(Instant now) {
        Instant from = ahead ? now : Instant.EPOCH;
        Instant until = ahead ? now.plus(TellAhead.EARLIEST) : now;
        List<Found> page = store.ofAll(sql -> sql.list(query, Found::read, from, until, TellAhead.MOST_TRIES, now,
                last.at(), last.contact(), PAGE));
        last = page.size() < PAGE ? START : page.getLast();
        return page;
    }

    /** Whether the last page was not the last of all. */
    boolean more() {
        return !last.equals(START);
    }
}
