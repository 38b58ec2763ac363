// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/**
 * A hook that is to be sent now.
 *
 * @param attempt the number of this attempt, from 1
 */
record Due(long id, TenantId tenant, UUID endpoint, URI url, boolean inside, String key, String body, int attempt) {
    /** An attempt whose node died is made again after this time. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int OF_ONE_ENDPOINT = 16;
    /** Some of each endpoint, so that one that is slow or away holds up no other for long. */
    private static final String CLAIM = """
        with due as (
          select id from (
            select s.id, row_number() over (partition by s.endpoint order by s.next, s.id) as place
            from events.sending s join events.endpoint e on e.id = s.endpoint
            where s.state = 'WAITING' and s.next <= ? and e.enabled and (e.paused is null or e.paused <= ?)) as ranked
          where place <= ? order by id limit ?)
        update events.sending s set attempts = s.attempts + 1, next = ?
        from due, events.endpoint e where s.id = due.id and e.id = s.endpoint
        returning s.id, s.tenant, s.endpoint, s.key, s.body, s.attempts, e.url, e.inside""";

    static List<Due> claim(Sql sql, Instant now, int limit) throws SQLException {
        return sql.list(CLAIM, row -> new Due(row.getLong("id"), new TenantId(row.getString("tenant")),
                Sql.id(row, "endpoint"), URI.create(row.getString("url")), row.getBoolean("inside"),
                row.getString("key"), row.getString("body"), row.getInt("attempts")), now, now, OF_ONE_ENDPOINT, limit,
                now.plus(LEASE));
    }
}
