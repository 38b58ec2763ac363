// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.huifang.api.TenantId;
import org.huifang.api.script.ScriptVersion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is live, as read a moment ago: a call asks for it, and it changes a few times a year. */
@Component(service = LiveScripts.class)
public final class LiveScripts {
    /** What other nodes commit is seen after this. */
    static final Duration HOLDS = Duration.ofSeconds(5);

    private record Read(List<ScriptVersion> versions, Instant at, long generation) {}

    private final ScriptStore store;
    private final InstantSource clock;
    private final Map<TenantId, Read> read = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    @Activate
    public LiveScripts(@Reference ScriptStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By variant. */
    List<ScriptVersion> of(TenantId tenant) {
        long known = generation.get();
        Instant now = clock.instant();
        Read last = read.get(tenant);
        if (last != null && last.generation == known && !now.isBefore(last.at) && now.isBefore(last.at.plus(HOLDS))) {
            return last.versions;
        }
        List<ScriptVersion> versions = store.of(tenant, sql -> {
            Brought.to(sql, tenant, now);
            return new Versions(sql, tenant).live();
        });
        read.put(tenant, new Read(versions, now, known));
        return versions;
    }

    void forget() {
        generation.incrementAndGet();
    }
}
