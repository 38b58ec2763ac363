// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/** Written by {@link KeyTable} and {@link IdentityValues}. */
@Entity
@Immutable
@Table(name = "learner")
@NullUnmarked
class LearnerRow {
    @Id
    UUID id;
    @TenantId
    String tenant;
    String name;
}
