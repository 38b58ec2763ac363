// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tool's own key pairs, sealed in the database. A new one is published at once and signs a day later, when every
 * platform has read it; the old one stays published for one more day.
 */
@Component(service = ToolKeyRing.class)
public final class ToolKeyRing implements Supplier<ToolKeys> {
    private static final Duration SPREAD = Duration.ofDays(1);
    private static final Duration AGE = Duration.ofSeconds(30);
    private static final String PURPOSE = "tool key";
    private final PlatformStore store;
    private final Seal seal;
    private final InstantSource clock;
    private final Snapshot<List<Kept>> all;

    private record Kept(ToolKey key, Instant made) {}

    @Activate
    public ToolKeyRing(@Reference PlatformStore store, @Reference Seal seal, @Reference InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
        this.all = new Snapshot<>(() -> store.ofAll(this::read), AGE, clock);
        store.ofAll(sql -> {
            sql.list("select 1 from pg_advisory_xact_lock(hashtext('platform.tool_key'))", r -> 1);
            return read(sql).isEmpty() ? keep(sql, ToolKey.generate()) : 0;
        });
    }

    @Override
    public ToolKeys get() {
        List<Kept> newestFirst = all.get();
        Instant spread = clock.instant().minus(SPREAD);
        int signing = newestFirst.size() - 1;
        for (int i = signing; i >= 0 && !newestFirst.get(i).made.isAfter(spread); i--) {
            signing = i;
        }
        boolean young = newestFirst.get(signing).made.isAfter(spread.minus(SPREAD));
        int last = young ? Math.min(signing + 1, newestFirst.size() - 1) : signing;
        return ToolKeys.of(newestFirst.get(signing).key,
                newestFirst.subList(0, last + 1).stream().map(Kept::key).toArray(ToolKey[]::new));
    }

    /** Makes a further key; returns its id. */
    String rotate() {
        ToolKey key = ToolKey.generate();
        store.ofAll(sql -> {
            sql.update("delete from platform.tool_key where made < ?"
                    + " and made < (select max(made) from platform.tool_key where made <= ?)",
                    clock.instant().minus(SPREAD.multipliedBy(2)), clock.instant().minus(SPREAD));
            return keep(sql, key);
        });
        all.forget();
        return key.kid();
    }

    private int keep(Sql sql, ToolKey key) throws SQLException {
        return sql.update("insert into platform.tool_key (kid, tenant, sealed, made) values (?, '*', ?, ?)",
                key.kid(), seal.seal(key.toPrivateJson().getBytes(StandardCharsets.UTF_8), PURPOSE), clock.instant());
    }

    private List<Kept> read(Sql sql) throws SQLException {
        return sql.list("select sealed, made from platform.tool_key order by made desc, kid", r -> new Kept(
                ToolKey.parse(new String(seal.open(r.getBytes("sealed"), PURPOSE), StandardCharsets.UTF_8)),
                Sql.instant(r, "made")));
    }
}
