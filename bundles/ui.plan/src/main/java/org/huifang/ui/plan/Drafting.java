// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;
import org.jspecify.annotations.Nullable;

/** The plan that is on the screen. Looking changes nothing: it gets a draft with the first change, kept at once. */
final class Drafting {
    private final Plans plans;
    private final InstantSource clock;
    private final Runnable changed;
    private List<PlanVersion> versions = List.of();
    private @Nullable Instant kept;
    private boolean refused;

    /** @param changed called after each change, kept or refused */
    Drafting(Plans plans, InstantSource clock, Runnable changed) {
        this.plans = plans;
        this.clock = clock;
        this.changed = changed;
    }

    /** @return whether there is such a plan */
    boolean open(UUID plan) {
        versions = plans.versions(Desk.tenant(), plan);
        kept = null;
        refused = false;
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

    void change(UnaryOperator<PlanVersion> change) {
        var now = draft() ? current() : plans.draft(Desk.tenant(), current().plan());
        try {
            var next = change.apply(now);
            plans.saveDraft(Desk.tenant(), next);
            put(next);
            kept = clock.instant();
            refused = false;
        } catch (IllegalArgumentException notTogether) {
            put(now);
            refused = true;
        }
        changed.run();
    }

    private void put(PlanVersion draft) {
        var others = versions.stream().filter(version -> version.status() != PlanVersion.Status.DRAFT).toList();
        versions = Stream.concat(Stream.of(draft), others.stream()).toList();
    }
}
