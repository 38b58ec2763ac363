// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
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
    Instant superseded;
}
