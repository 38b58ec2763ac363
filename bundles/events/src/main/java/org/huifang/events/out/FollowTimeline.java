// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.events.EventStore;
import org.huifang.persistence.Cursor;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads on in the archive's timeline and puts down what is to be sent; cursor and effect commit together. */
@Component
public final class FollowTimeline implements Job {
    static final String NAME = "events.follow";
    private static final Cursor CURSOR = Cursor.timeline("events");
    private static final int STRETCH = 1_000;
    private static final String PUT_DOWN = """
        insert into events.sending (tenant, endpoint, key, type, body, state, attempts, created, next, error)
        select t, e, k, y, b, 'WAITING', 0, ?::timestamptz, ?::timestamptz, ''
        from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[]) as x (t, e, k, y, b)
        on conflict (endpoint, key) do nothing""";

    private final EventStore store;
    private final LearnerArchive archive;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public FollowTimeline(@Reference EventStore store, @Reference LearnerArchive archive, @Reference Jobs jobs,
            @Reference InstantSource clock) {
        this.store = store;
        this.archive = archive;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Set<String> follows() {
        return Set.of("archive");
    }

    @Override
    public boolean run() {
        String cursor = store.ofAll(CURSOR::read);
        List<Wanted> wanted = store.ofAll(Wanted::all);
        Tail tail = tail(cursor, wanted);
        if (tail.cursor().equals(cursor)) {
            return false;
        }
        int put = store.ofAll(sql -> {
            // An endpoint that has come meanwhile has a right to what was read here; and another node may be faster.
            if (!Wanted.all(sql).equals(wanted) || !CURSOR.move(sql, cursor, tail.cursor())) {
                return -1;
            }
            return putDown(sql, tail, wanted);
        });
        if (put > 0) {
            jobs.wake(SendHooks.NAME);
        }
        return put < 0 || tail.more();
    }

    /** While nobody wants anything, the facts are passed over unread. */
    @SuppressWarnings("unchecked")
    private Tail tail(String cursor, List<Wanted> wanted) {
        return wanted.isEmpty()
                ? archive.tail(cursor, STRETCH, Fact.Split.class)
                : archive.tail(cursor, STRETCH);
    }

    private int putDown(Sql sql, Tail tail, List<Wanted> wanted) throws SQLException {
        record Put(Wanted to, TimelineEntry entry) {}
        var all = new ArrayList<Put>();
        for (TimelineEntry entry : tail.entries()) {
            wanted.stream().filter(one -> one.takes(entry)).forEach(one -> all.add(new Put(one, entry)));
        }
        if (all.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        return sql.update(PUT_DOWN, now, now, Sql.texts(all, put -> put.to.tenant().value()),
                Sql.ids(all, put -> put.to.endpoint()), Sql.texts(all, put -> "evt_" + put.entry.id()),
                Sql.texts(all, put -> EventTypes.of(put.entry.fact())),
                Sql.texts(all, put -> EventTypes.body(put.entry)));
    }
}
