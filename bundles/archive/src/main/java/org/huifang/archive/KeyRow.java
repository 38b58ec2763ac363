// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** Written by {@link KeyTable}. */
@Entity
@Immutable
@Table(name = "identity_key")
@NullUnmarked
class KeyRow {
    /** A person as a source knows them. */
    @Embeddable
    record Id(String tenant, String source, String subject) {}

    @EmbeddedId
    Id id;
    UUID learner;
}
