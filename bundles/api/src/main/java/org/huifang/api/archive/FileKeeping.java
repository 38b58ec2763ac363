// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How files are kept: edited without overwriting anybody, looked at as they were, and told apart. What needs no look at
 * the present state (merging, tagging, an import's rows) is a {@link Fact} for {@link LearnerArchive#record}. Thread-safe;
 * what returned is committed. Throws {@link ArchiveUnavailable} as the archive does.
 */
@ProviderType
public interface FileKeeping {
    /**
     * Records a value if the one that holds is still the one that was seen, and so is what it replaces. The same {@link Edit#key()} twice counts
     * once and answers {@link Edited.Taken} again.
     */
    Edited edit(TenantId tenant, Edit edit);

    /** Everything that any source ever said of a field, newest first. */
    List<FieldValue> history(TenantId tenant, UUID learner, String field);

    /** The file as the archive knew it at a time: what was recorded later is left out. Empty before its first fact. */
    Optional<LearnerFile> asOf(TenantId tenant, UUID learner, Instant at);

    /** How the file would look if the other were merged into it; changes nothing. Empty when one is unknown. */
    Optional<LearnerFile> preview(TenantId tenant, UUID kept, UUID absorbed);

    /** The values that hold, of many files at once; unknown ids are left out. */
    Map<UUID, List<FieldValue>> values(TenantId tenant, Collection<UUID> learners);

    /** What every source says now, of many files at once, whichever holds; unknown ids are left out. */
    Map<UUID, List<FieldValue>> sayings(TenantId tenant, Collection<UUID> learners);

    /** For each course of which anything of the kind was said. */
    List<Study> studies(TenantId tenant, UUID learner);

    /** Whose file each may be, the surest first; one list for each that is sought, in its order. At most 1,000 at once. */
    List<List<Candidate>> candidates(TenantId tenant, List<Sought> sought);

    /**
     * Files that look like one person's and that nobody has decided about, newest first.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<Likeness> likenesses(TenantId tenant, @Nullable String after, int limit);

    /** Of {@link #likenesses}, those of one file. */
    List<Likeness> alike(TenantId tenant, UUID learner);

    /** How many {@link #likenesses} would go through; more than 1,000 are not counted, and 1,001 stands for them. */
    long alike(TenantId tenant);

    /** Sources in the order in which they are believed, the most trusted first, as {@code learner, staff, platform}. */
    List<String> ranking(TenantId tenant);

    /**
     * Sets the order; what is not named comes last. What lists show follows in the background.
     *
     * @param sources a kind, as {@code platform}, or one source, as {@code hook:shop}; each once
     * @throws IllegalArgumentException when one is named twice or is no source
     */
    void rank(TenantId tenant, List<String> sources);
}
