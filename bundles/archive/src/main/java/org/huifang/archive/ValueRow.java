// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.FieldValue;
import org.jspecify.annotations.NullUnmarked;

/** Written by {@link IdentityValues}. */
@Entity
@Immutable
@Table(name = "identity_value")
@NullUnmarked
class ValueRow {
    @Id
    long id;
    @TenantId
    String tenant;
    UUID learner;
    String field;
    String source;
    String value;
    Instant since;
    Instant recorded;
    Instant superseded;
    String author;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Confidence confidence;

    FieldValue shown() {
        return new FieldValue(id, field, value, source, author == null ? source : author, confidence, since, recorded,
                superseded);
    }
}
