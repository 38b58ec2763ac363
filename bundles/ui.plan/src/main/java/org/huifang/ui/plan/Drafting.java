// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;
import org.jspecify.annotations.Nullable;

/**
 * The plan that is on the screen. Looking changes nothing: it gets a draft with the first change, kept at once. When a
 * colleague changed the draft meanwhile, nothing is kept any more until one of both has been chosen or both were put
 * together; what was typed stays on the screen.
 */
final class Drafting {
    private final Plans plans;
    private final Supplier<TenantId> tenant;
    private final InstantSource clock;
    private final Runnable changed;
    private List<PlanVersion> versions = List.of();
    private @Nullable Instant kept;
    private boolean refused;
    /** What was typed since a colleague changed the draft, in its order. */
    private final List<UnaryOperator<PlanVersion>> waiting = new ArrayList<>();
    private boolean overtaken;

    /** @param changed called after each change, kept or refused */
    Drafting(Plans plans, Supplier<TenantId> tenant, InstantSource clock, Runnable changed) {
        this.plans = plans;
        this.tenant = tenant;
        this.clock = clock;
        this.changed = changed;
    }

    /** @return whether there is such a plan */
    boolean open(UUID plan) {
        versions = plans.versions(tenant.get(), plan);
        kept = null;
        refused = false;
        overtaken = false;
        waiting.clear();
        return !versions.isEmpty();
    }

    List<PlanVersion> versions() {
        return versions;
    }

    /** The draft, or else the newest version. */
    PlanVersion current() {
        return find(PlanVersion.Status.DRAFT).orElseGet(versions::getFirst);
    }

    /** What the draft is compared with: the live version, or else the newest that was. */
    Optional<PlanVersion> before() {
        return find(PlanVersion.Status.LIVE)
                .or(() -> versions.stream().filter(version -> version.status() != PlanVersion.Status.DRAFT)
                        .findFirst());
    }

    Optional<PlanVersion> find(PlanVersion.Status status) {
        return versions.stream().filter(version -> version.status() == status).findFirst();
    }

    boolean draft() {
        return current().status() == PlanVersion.Status.DRAFT;
    }

    /** When the last change of this visit was kept. */
    Optional<Instant> kept() {
        return Optional.ofNullable(kept);
    }

    /** Whether the last change was refused; then the former one stands. */
    boolean refused() {
        return refused;
    }

    /** Whether a colleague changed the draft since it was read: what is on the screen is not what is kept. */
    boolean overtaken() {
        return overtaken;
    }

    /** How many changes on the screen are not kept. */
    int waiting() {
        return waiting.size();
    }

    void change(UnaryOperator<PlanVersion> change) {
        var now = draft() ? current() : plans.draft(tenant.get(), current().plan());
        try {
            var next = change.apply(now);
            if (overtaken || !plans.saveDraft(tenant.get(), now, next)) {
                overtaken = true;
                kept = null;
                waiting.add(change);
            } else {
                kept = clock.instant();
            }
            put(next);
            refused = false;
        } catch (IllegalArgumentException notTogether) {
            put(now);
            refused = true;
        }
        changed.run();
    }

    /** Makes the changes that wait to what the colleague has kept; both are in the draft then. */
    void together() {
        try {
            var theirs = plans.draft(tenant.get(), current().plan());
            var next = theirs;
            for (var change : waiting) {
                next = change.apply(next);
            }
            // refused once more when somebody was faster again: then it goes on waiting
            if (plans.saveDraft(tenant.get(), theirs, next)) {
                versions = plans.versions(tenant.get(), next.plan());
                waiting.clear();
                overtaken = false;
                kept = clock.instant();
            }
            refused = false;
        } catch (IllegalArgumentException notTogether) {
            refused = true;
        }
        changed.run();
    }

    /** Reads again what is kept beside the draft on the screen, which stays. */
    void others() {
        var mine = current();
        versions = plans.versions(tenant.get(), mine.plan());
        put(mine);
    }

    /** Looks whether the draft on the screen is the one that is kept. */
    boolean fresh() {
        if (!overtaken && !plans.versions(tenant.get(), current().plan()).contains(current())) {
            overtaken = true;
            changed.run();
        }
        return !overtaken;
    }

    private void put(PlanVersion draft) {
        var others = versions.stream().filter(version -> version.status() != PlanVersion.Status.DRAFT).toList();
        versions = Stream.concat(Stream.of(draft), others.stream()).toList();
    }
}
