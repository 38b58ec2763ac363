// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Duration;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Cursor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads on in the archive's timeline: who answered a questionnaire. The cursor and what follows commit together. */
@Component
public final class FollowAnswers implements Job {
    static final String NAME = "platform.answers";
    private static final int STRETCH = 1_000;
    private static final Cursor CURSOR = new Cursor("platform.cursor", "answers");
    private final PlatformStore store;
    private final ArchiveDoor archive;
    private final Marks marks;
    private final Jobs jobs;

    @Activate
    public FollowAnswers(@Reference PlatformStore store, @Reference ArchiveDoor archive, @Reference Marks marks,
            @Reference Jobs jobs) {
        this.store = store;
        this.archive = archive;
        this.marks = marks;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        String cursor = store.ofAll(CURSOR::read);
        Tail tail;
        try {
            tail = archive.tail(cursor, STRETCH, Fact.Answered.class);
        } catch (ArchiveUnavailable away) {
            // it is being updated, and nothing is lost meanwhile
            return false;
        }
        if (tail.cursor().equals(cursor)) {
            return false;
        }
        int due = store.ofAll(sql -> {
            // another node that was faster has moved it
            if (!CURSOR.move(sql, cursor, tail.cursor())) {
                return 0;
            }
            int fresh = 0;
            for (TimelineEntry entry : tail.entries()) {
                if (entry.fact() instanceof Fact.Answered answered) {
                    fresh += marks.answered(sql, entry.tenant(), answered.course(), answered.learner(), answered.at());
                }
            }
            return fresh;
        });
        if (due > 0) {
            jobs.wake(SendMarks.NAME);
        }
        return tail.more();
    }
}
