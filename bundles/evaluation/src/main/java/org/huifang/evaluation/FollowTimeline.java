// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.huifang.api.Change;
import org.huifang.api.Job;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Cursor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads on in the archive's timeline and brings the counts up to date; cursor and effect commit together. */
@Component
public final class FollowTimeline implements Job {
    static final String NAME = "evaluation.follow";
    static final String TOPIC = "evaluation";
    static final Cursor CURSOR = Cursor.timeline("evaluation");
    private static final int STRETCH = 1_000;

    private final EvaluationStore store;
    private final LearnerArchive archive;
    private final Announcer announcer;

    @Activate
    public FollowTimeline(@Reference EvaluationStore store, @Reference LearnerArchive archive,
            @Reference Announcer announcer) {
        this.store = store;
        this.archive = archive;
        this.announcer = announcer;
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
        Tail tail = archive.tail(cursor, STRETCH, Fact.FromHuifang.class);
        if (tail.cursor().equals(cursor)) {
            return false;
        }
        boolean moved = store.ofAll(sql -> {
            // Another node that was faster has moved it; what was read here is old then.
            if (!CURSOR.move(sql, cursor, tail.cursor())) {
                return false;
            }
            Projection.take(sql.connection(), tail.entries());
            return true;
        });
        if (moved) {
            announcer.tell(changes(tail));
        }
        return tail.more();
    }

    private static List<Change> changes(Tail tail) {
        return tail.entries().stream().filter(entry -> entry.fact() instanceof Fact.FromHuifang)
                .map(entry -> new Change(entry.tenant(), TOPIC, null, entry.course())).distinct()
                .toList();
    }
}
