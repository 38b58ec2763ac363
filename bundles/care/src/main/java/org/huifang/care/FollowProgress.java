// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.care.Occasion;
import org.huifang.persistence.Cursor;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads on in the archive's timeline and notes down who got how far; cursor and effect commit together. */
@Component
public final class FollowProgress implements Job {
    static final String NAME = "care.follow";
    static final Cursor CURSOR = Cursor.timeline("care");
    private static final int STRETCH = 1_000;

    private final CareStore store;
    private final LearnerArchive archive;
    private final Jobs jobs;

    @Activate
    public FollowProgress(@Reference CareStore store, @Reference LearnerArchive archive, @Reference Jobs jobs) {
        this.store = store;
        this.archive = archive;
        this.jobs = jobs;
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
    @SuppressWarnings("unchecked")
    public boolean run() {
        String cursor = store.ofAll(CURSOR::read);
        Tail tail = archive.tail(cursor, STRETCH, Fact.LessonCompleted.class, Fact.CourseFinished.class);
        if (tail.cursor().equals(cursor)) {
            return false;
        }
        boolean passed = store.ofAll(sql -> CURSOR.move(sql, cursor, tail.cursor()) && note(sql, tail.entries()));
        if (passed) {
            jobs.wake(GreetPassed.NAME);
        }
        return tail.more();
    }

    private static boolean note(Sql sql, List<TimelineEntry> entries) throws SQLException {
        List<Standing> said = entries.stream().flatMap(entry -> Standing.said(entry).stream()).toList();
        if (said.isEmpty()) {
            return false;
        }
        Set<TenantId> wanted = GreetingTable.live(sql).stream()
                .filter(kept -> kept.greeting().occasion() instanceof Occasion.Milestone
                        || kept.greeting().occasion() instanceof Occasion.Finished)
                .map(Kept::tenant).collect(Collectors.toSet());
        Map<Standing.Key, Standing> now = Standing.of(sql, said);
        var passed = new ArrayList<Passed>();
        for (TimelineEntry entry : entries) {
            Standing.said(entry).ifPresent(each -> {
                Standing before = now.get(each.key());
                Standing after = each.after(before);
                if (!after.equals(before) && wanted.contains(each.tenant())) {
                    passed.add(new Passed(0, each.tenant(), each.learner(), each.course(),
                            before == null ? 0 : before.progress(), after.progress(),
                            after.finished() && (before == null || !before.finished()), entry.fact().at()));
                }
                now.put(each.key(), after);
            });
        }
        Standing.save(sql, List.copyOf(now.values()));
        Passed.add(sql, passed);
        return !passed.isEmpty();
    }
}
