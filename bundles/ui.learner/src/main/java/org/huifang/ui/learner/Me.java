// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Policy;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** The person whose page it is: nothing here takes an id from outside, so nobody reaches another's data. */
record Me(Services services, TenantId tenant, UUID learner, String launch) {
    /** Null for whoever was not launched as somebody. */
    static @Nullable Me of(Services services, Viewer viewer) {
        var launch = viewer.launch();
        var learner = viewer.learner();
        return launch == null || learner == null
                ? null
                : new Me(services, viewer.tenant(), learner, launch.id());
    }

    String author() {
        return "learner:" + learner;
    }

    Instant now() {
        return services.clock().instant();
    }

    LearnerFile file() {
        return services.archive().file(tenant, learner).orElseThrow();
    }

    /** What happened of these kinds, newest first. */
    Stream<Fact> happened(Set<Class<? extends Fact>> kinds, int most) {
        return services.archive().timeline(tenant, learner, kinds, null, most).items().stream()
                .map(TimelineEntry::fact);
    }

    /** By the time they begin; none while the revisits are away. */
    List<Obligation> owed(LearnerFile file) {
        var revisits = services.revisits();
        return revisits == null ? List.of() : revisits.of(tenant, file.parts());
    }

    /** Effective with its commit. @param before what was seen when it was changed */
    Edited edit(@Nullable FieldValue before, String field, String value) {
        var seen = before == null ? null : before.id();
        return services.keeping().edit(tenant, new Edit(UUID.randomUUID(), learner, field, value, seen,
                Confidence.STATED, "learner", author(), now()));
    }

    /** Effective with its commit. */
    ConsentEntry say(String purpose, String channel, String version, boolean given) {
        return services.consents().say(tenant, UUID.randomUUID(), new Fact.Consented(learner, purpose, channel,
                "consent", version, given, "launch:" + launch, author(), now()));
    }

    /** The fields that change only after staff looked. */
    Set<String> reviewed() {
        return services.policies().find(tenant, Policies.REVIEWED_FIELDS, LocalDate.ofInstant(now(), ZoneOffset.UTC))
                .map(Policy::value).map(fields -> Set.of(fields.split(" "))).orElse(Set.of());
    }
}
