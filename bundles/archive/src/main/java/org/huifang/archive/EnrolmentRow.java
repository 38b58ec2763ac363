// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Stage;
import org.jspecify.annotations.NullUnmarked;

/** Written by {@link RecordStatements}. */
@Entity
@Immutable
@Table(name = "enrolment")
@NullUnmarked
class EnrolmentRow {
    /** One person in one course. */
    @Embeddable
    record Id(@Column(name = "course") UUID course, UUID learner) {}

    @EmbeddedId
    Id id;
    @TenantId
    String tenant;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "course", insertable = false, updatable = false)
    CourseRow of;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    CourseRole role;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Stage stage;
    int progress;
    Instant enrolled;
    @Column(name = "left_at")
    Instant left;
    @Column(name = "finished_at")
    Instant finished;
    @Column(name = "last_activity")
    Instant lastActivity;

    Enrolment shown() {
        return new Enrolment(id.course(), of.title, role, stage, progress, enrolled, lastActivity,
                stage == Stage.LEFT ? left : finished);
    }
}
