// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.ticket.TicketRules;
import org.huifang.persistence.Cursor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads on in the archive's timeline and notes down every problem; cursor and effect commit together. */
@Component
public final class FollowTimeline implements Job {
    static final String NAME = "ticket.follow";
    static final Cursor CURSOR = Cursor.timeline("ticket");
    private static final int STRETCH = 1_000;

    private final TicketStore store;
    private final LearnerArchive archive;
    private final Jobs jobs;

    @Activate
    public FollowTimeline(@Reference TicketStore store, @Reference LearnerArchive archive, @Reference Jobs jobs) {
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
        Tail tail = archive.tail(cursor, STRETCH, Fact.FeedbackGiven.class, Fact.Complained.class, Fact.Answered.class);
        if (tail.cursor().equals(cursor)) {
            return false;
        }
        boolean heard = store.ofAll(sql -> {
            // Another node that was faster has moved it; what was read here is old then.
            if (!CURSOR.move(sql, cursor, tail.cursor())) {
                return false;
            }
            List<Heard> problems = problems(tail, Limiting.all(sql));
            Heard.add(sql, problems);
            return !problems.isEmpty();
        });
        if (heard) {
            jobs.wake(RaiseHeard.NAME);
        }
        return tail.more();
    }

    private static List<Heard> problems(Tail tail, Map<TenantId, TicketRules.Limits> limits) {
        Map<TenantId, Integer> low = tail.entries().stream().map(TimelineEntry::tenant).distinct()
                .collect(Collectors.toMap(Function.identity(),
                        tenant -> limits.getOrDefault(tenant, TicketRules.Limits.DEFAULT).lowSatisfaction()));
        return tail.entries().stream()
                .flatMap(entry -> Problems.of(entry, low.getOrDefault(entry.tenant(), 0)).stream()).toList();
    }
}
