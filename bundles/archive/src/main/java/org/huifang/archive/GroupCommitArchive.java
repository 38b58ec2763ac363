// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
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
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
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

    private interface Reading<R extends @Nullable Object> {
        R from(Sql sql) throws SQLException;
    }

    private final Unit unit;
    private final GroupCommit<Checked, Receipt> commits;

    @Activate
    public GroupCommitArchive(@Reference Persistence persistence, @Reference Announcer announcer, Config config) {
        this(persistence.open("archive", "org/huifang/archive/changelog.sql", FileOfLearner.ENTITIES), announcer,
                config.writers(),
                config.batch(), Duration.ofMillis(config.patience_millis()));
    }

    GroupCommitArchive(Unit unit, Announcer announcer, int writers, int batch, Duration patience) {
        this.unit = unit;
        this.commits = new GroupCommit<>(writers, batch, patience, new Recorder(unit, announcer)::commit);
    }

    @Deactivate
    @Override
    public void close() {
        commits.close();
        unit.close();
    }

    @Override
    public Receipt record(Delivery delivery) {
        return commits.submit(Checked.of(delivery));
    }

    @Override
    public Optional<LearnerFile> file(TenantId tenant, UUID learner) {
        return available(() -> unit.read(tenant, session -> FileOfLearner.read(session, learner)));
    }

    @Override
    public Map<UUID, LearnerSummary> summaries(TenantId tenant, Collection<UUID> learners) {
        return read(tenant, sql -> Lists.summaries(sql, tenant, learners)).stream()
                .collect(Collectors.toMap(LearnerSummary::id, Function.identity()));
    }

    @Override
    public Page<LearnerSummary> find(TenantId tenant, String search, @Nullable String after, int limit) {
        return read(tenant, sql -> Lists.find(sql, tenant, search, after, limit));
    }

    @Override
    public long count(TenantId tenant, String search) {
        return read(tenant, sql -> Lists.count(sql, tenant, search));
    }

    @Override
    public List<Course> courses(TenantId tenant) {
        return read(tenant, sql -> Courses.all(sql, tenant));
    }

    @Override
    public Optional<Course> course(TenantId tenant, UUID course) {
        return read(tenant, sql -> Courses.one(sql, tenant, course)).stream().findFirst();
    }

    @Override
    public Page<RosterEntry> roster(TenantId tenant, UUID course, @Nullable String after, int limit) {
        return read(tenant, sql -> Lists.roster(sql, tenant, course, after, limit));
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, UUID learner, @Nullable String after, int limit) {
        return read(tenant, sql -> Timeline.of(sql, tenant, learner, after, limit));
    }

    @Override
    @SafeVarargs
    public final Tail tail(String cursor, int limit, Class<? extends Fact>... kinds) {
        String[] names = FactJson.kinds(List.of(kinds));
        return available(() -> unit.sqlAll(connection -> Timeline.tail(new Sql(connection), cursor, limit, names)));
    }

    private <R> R read(TenantId tenant, Reading<R> reading) {
        return available(() -> unit.sql(tenant, connection -> reading.from(new Sql(connection))));
    }

    private static <R> R available(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (StoreUnavailable e) {
            throw new ArchiveUnavailable(String.valueOf(e.getMessage()), e);
        }
    }
}
