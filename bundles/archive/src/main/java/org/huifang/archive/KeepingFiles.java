// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Likeness;
import org.huifang.api.archive.Sought;
import org.huifang.api.archive.Study;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps files on PostgreSQL. */
@Component
public final class KeepingFiles implements FileKeeping {
    private final ArchiveStore store;
    private final Recorder recorder;
    private final Jobs jobs;

    @Activate
    public KeepingFiles(@Reference ArchiveStore store, @Reference Announcer announcer, @Reference Jobs jobs) {
        this.store = store;
        this.recorder = new Recorder(store.unit(), announcer);
        this.jobs = jobs;
    }

    @Override
    public Edited edit(TenantId tenant, Edit edit) {
        Editing.Done done = store.persistently(tenant, sql -> Editing.run(sql, tenant, edit, recorder));
        recorder.tell(done.changes());
        return done.edited();
    }

    @Override
    public List<FieldValue> history(TenantId tenant, UUID learner, String field) {
        return store.of(tenant, sql -> Values.history(sql, Merges.parts(sql, tenant, learner), field));
    }

    @Override
    public Optional<LearnerFile> asOf(TenantId tenant, UUID learner, Instant at) {
        return store.of(tenant, sql -> FileAsOf.read(sql, tenant, learner, at));
    }

    @Override
    public Optional<LearnerFile> preview(TenantId tenant, UUID kept, UUID absorbed) {
        return FileOfLearner.read(store, tenant, List.of(kept, absorbed));
    }

    @Override
    public Map<UUID, List<FieldValue>> values(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> Values.ofMany(sql, tenant, learners));
    }

    @Override
    public Map<UUID, List<FieldValue>> sayings(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> Values.allOfMany(sql, tenant, learners));
    }

    @Override
    public List<Study> studies(TenantId tenant, UUID learner) {
        return store.of(tenant, sql -> Studies.of(sql, tenant, Merges.parts(sql, tenant, learner)));
    }

    @Override
    public List<List<Candidate>> candidates(TenantId tenant, List<Sought> sought) {
        return store.of(tenant, sql -> Candidates.find(sql, tenant, sought));
    }

    @Override
    public Page<Likeness> likenesses(TenantId tenant, @Nullable String after, int limit) {
        return store.of(tenant, sql -> Likenesses.open(sql, tenant, after, limit));
    }

    @Override
    public List<Likeness> alike(TenantId tenant, UUID learner) {
        return store.of(tenant, sql -> Likenesses.of(sql, tenant, learner));
    }

    @Override
    public long alike(TenantId tenant) {
        return store.of(tenant, sql -> Likenesses.count(sql, tenant));
    }

    @Override
    public List<String> ranking(TenantId tenant) {
        return store.of(tenant, sql -> Ranks.read(sql, tenant).sources());
    }

    @Override
    public void rank(TenantId tenant, List<String> sources) {
        store.of(tenant, sql -> {
            Ranks.replace(sql, tenant, sources);
            return sources;
        });
        jobs.wake(ReshowNames.NAME);
        recorder.tell(Set.of(new Change(tenant, "archive", null, null)));
    }
}
