// SPDX-License-Identifier: Apache-2.0
package org.huifang.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Component;

/**
 * The teams as read a moment ago. It refers to nobody, because accounts, which teams are read from, tell it of changes:
 * a cycle otherwise.
 */
@Component(service = {Remembered.class, ChangeListener.class})
public final class Remembered implements ChangeListener {
    /** What other nodes commit is seen after this. */
    static final Duration HOLDS = Duration.ofSeconds(5);

    private record Read(Team team, Instant at, long generation) {}

    private final Map<TenantId, Read> teams = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    /** A team that was read after everything that this node had committed when it was asked for. */
    Team team(TenantId tenant, Instant now, Supplier<Team> reading) {
        long known = generation.get();
        Read last = teams.get(tenant);
        if (last != null && last.generation == known && !now.isBefore(last.at) && now.isBefore(last.at.plus(HOLDS))) {
            return last.team;
        }
        Team team = reading.get();
        teams.put(tenant, new Read(team, now, known));
        return team;
    }

    void forget() {
        generation.incrementAndGet();
    }

    @Override
    public void changed(Collection<Change> changes) {
        if (changes.stream().anyMatch(change -> change.topic().equals("identity"))) {
            forget();
        }
    }
}
