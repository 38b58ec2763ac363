// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huifang.api.access.Repeats;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The answers of the last day in the database. */
@Component(service = {Repeats.class, StoredRepeats.class})
public final class StoredRepeats implements Repeats {
    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_FLIGHT = Duration.ofMinutes(1);
    private static final String BEGIN = """
            insert into identity.repeat as r (tenant, caller, key, request, begun) values (?, ?, ?, ?, ?)
            on conflict (tenant, caller, key) do update
            set request = excluded.request, begun = excluded.begun, status = null, headers = null, body = null
            where r.begun < ? or r.status is null and r.begun < ?""";
    private static final String WHERE = " where tenant = ? and caller = ? and key = ?";

    private final AccountStore store;
    private final TokenClock clock;

    @Activate
    public StoredRepeats(@Reference AccountStore store, @Reference TokenClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Turn begin(Write write, byte[] request) {
        Instant now = clock.now();
        return store.unit().sql(write.tenant(), c -> {
            Sql sql = new Sql(c);
            if (sql.update(BEGIN, write.tenant().value(), write.caller(), write.key(), request, now, now.minus(KEPT),
                    now.minus(LONGEST_FLIGHT)) == 1) {
                return new Turn.First();
            }
            return sql.list("select request, status, headers, body from identity.repeat" + WHERE,
                    row -> turn(row, request), write.tenant().value(), write.caller(), write.key()).stream()
                    .findFirst().orElseGet(Turn.InFlight::new);
        });
    }

    private static Turn turn(ResultSet row, byte[] request) throws SQLException {
        if (!MessageDigest.isEqual(row.getBytes("request"), request)) {
            return new Turn.Other();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Turn.InFlight();
        }
        String[] pairs = (String[]) row.getArray("headers").getArray();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return new Turn.Again(new Answer(status, headers, row.getBytes("body")));
    }

    @Override
    public void finish(Write write, Answer answer) {
        String[] headers = answer.headers().entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
        store.unit().sql(write.tenant(),
                c -> new Sql(c).update("update identity.repeat set status = ?, headers = ?, body = ?" + WHERE,
                        answer.status(), headers, answer.body(), write.tenant().value(), write.caller(),
                        write.key()));
    }

    @Override
    public void abandon(Write write) {
        store.unit().sql(write.tenant(),
                c -> new Sql(c).update("delete from identity.repeat" + WHERE + " and status is null",
                        write.tenant().value(), write.caller(), write.key()));
    }

    /** Of all tenants: what is too old to be asked for. */
    void forgetOld() {
        Instant now = clock.now();
        store.unit().sqlAll(c -> {
            Sql sql = new Sql(c);
            for (String table : List.of("client_token", "client_assertion")) {
                sql.update("delete from identity." + table + " where until < ?", now);
            }
            return sql.update("delete from identity.repeat where begun < ?", now.minus(KEPT));
        });
    }
}
