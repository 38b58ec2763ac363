// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plans of each school: who is called on when. A tenant begins with the default plan, live. A draft changes nothing;
 * publishing moves what is not settled to the new version in one step. Thread-safe; what returned is committed.
 */
@ProviderType
public interface Plans {
    /** How old a preview may be when its draft is published. */
    Duration PREVIEW_HOLDS = Duration.ofMinutes(10);

    /** The live version of each plan, or else its newest, the plan for all first. */
    List<PlanVersion> all(TenantId tenant);

    /** All versions of a plan, newest first. */
    List<PlanVersion> versions(TenantId tenant, UUID plan);

    /** Begins a plan with a draft that has these steps. */
    PlanVersion create(TenantId tenant, String name, @Nullable UUID course, @Nullable String tag,
            List<PlannedStep> steps);

    /** The draft of a plan; a plan without one gets one that is like its newest version. */
    PlanVersion draft(TenantId tenant, UUID plan);

    /**
     * Keeps a draft, whole.
     *
     * @throws IllegalArgumentException when this is no draft, or scope and steps cannot be published together
     */
    void saveDraft(TenantId tenant, PlanVersion draft);

    /**
     * Keeps a draft, whole, unless somebody changed it since it was read.
     *
     * @param seen the draft as it was read
     * @return whether it was kept; if not, nothing was changed
     * @throws IllegalArgumentException as {@link #saveDraft(TenantId, PlanVersion)}
     */
    boolean saveDraft(TenantId tenant, PlanVersion seen, PlanVersion draft);

    void dropDraft(TenantId tenant, UUID plan);

    /** What publishing the draft would do to the roster as it is now. It changes nothing. */
    PlanPreview preview(TenantId tenant, UUID plan, PastSteps past);

    /**
     * Publishes the draft. The same draft twice counts once.
     *
     * @param preview {@link PlanPreview#token()} of what was looked at: another draft, another choice, or one older than
     *            {@link #PREVIEW_HOLDS} is refused
     * @return the live version, or empty when the preview does not hold any more
     */
    Optional<PlanVersion> publish(TenantId tenant, UUID plan, PastSteps past, String preview, UUID by, String note);

    /**
     * Takes the last publishing back, so that everything is owed as it was, as long as nothing that it added or moved has
     * fallen due.
     *
     * @return whether it was taken back
     */
    boolean undo(TenantId tenant, UUID plan, UUID by);

    /** Stops a plan: what is not settled of it is exempt, with the reason; learners move to the next plan that fits. */
    void stop(TenantId tenant, UUID plan, UUID by, String note);
}
