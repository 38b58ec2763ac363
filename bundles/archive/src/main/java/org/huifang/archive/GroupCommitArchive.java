// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The archive on PostgreSQL: many callers share a commit, and readers ask the current state beside the timeline. */
@Component(service = LearnerArchive.class, configurationPid = "org.huifang.archive")
public final class GroupCommitArchive implements LearnerArchive, AutoCloseable {
    /** How commits are shared. */
    public @interface Config {
        /** Connections that write at the same time. */
        int writers() default 2;

        /** Deliveries in a transaction at most. */
        int batch() default 256;

        /** How long a caller waits for its commit at most. */
        int patience_millis() default 2_500;
    }

    private final ArchiveStore store;
    private final GroupCommit<Checked, Receipt> commits;

    @Activate
    public GroupCommitArchive(@Reference ArchiveStore store, @Reference Announcer announcer, Config config) {
        this(store, announcer, config.writers(), config.batch(), Duration.ofMillis(config.patience_millis()));
    }

    GroupCommitArchive(ArchiveStore store, Announcer announcer, int writers, int batch, Duration patience) {
        this.store = store;
        this.commits = new GroupCommit<>(writers, Checked::lane, batch, patience,
                new Recorder(store.unit(), announcer)::commit);
    }

    @Deactivate
    @Override
    public void close() {
        commits.close();
    }

    @Override
    public Receipt record(Delivery delivery) {
        return commits.submit(Checked.of(delivery));
    }

    @Override
    public Optional<LearnerFile> file(TenantId tenant, UUID learner) {
        return FileOfLearner.read(store, tenant, List.of(learner));
    }

    @Override
    public Map<UUID, LearnerSummary> summaries(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> Lists.summaries(sql, tenant, learners)).stream()
                .collect(Collectors.toMap(LearnerSummary::id, Function.identity()));
    }

    @Override
    public Page<LearnerSummary> find(TenantId tenant, String search, @Nullable String after, int limit) {
        return store.of(tenant, sql -> Lists.find(sql, tenant, search, after, limit));
    }

    @Override
    public long count(TenantId tenant, String search) {
        return store.of(tenant, sql -> Lists.count(sql, tenant, search));
    }

    @Override
    public List<Course> courses(TenantId tenant) {
        return store.of(tenant, sql -> Courses.all(sql, tenant));
    }

    @Override
    public Optional<Course> course(TenantId tenant, UUID course) {
        return store.of(tenant, sql -> Courses.one(sql, tenant, course)).stream().findFirst();
    }

    @Override
    public Page<RosterEntry> roster(TenantId tenant, UUID course, @Nullable String after, int limit) {
        return store.of(tenant, sql -> Lists.roster(sql, tenant, course, null, after, limit));
    }

    @Override
    public Page<RosterEntry> roster(TenantId tenant, UUID course, Collection<UUID> only, @Nullable String after,
            int limit) {
        return store.of(tenant, sql -> Lists.roster(sql, tenant, course, only, after, limit));
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, UUID learner, @Nullable String after, int limit) {
        return timeline(tenant, learner, Set.of(), after, limit);
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, UUID learner, Set<Class<? extends Fact>> kinds,
            @Nullable String after, int limit) {
        String[] names = kinds.isEmpty() ? null : FactJson.kinds(kinds);
        return store.of(tenant,
                sql -> Timeline.of(sql, tenant, Merges.parts(sql, tenant, learner), names, after, limit));
    }

    @Override
    @SafeVarargs
    public final Tail tail(String cursor, int limit, Class<? extends Fact>... kinds) {
        String[] names = FactJson.kinds(List.of(kinds));
        return store.ofAll(sql -> Timeline.tail(sql, cursor, limit, names));
    }
}
