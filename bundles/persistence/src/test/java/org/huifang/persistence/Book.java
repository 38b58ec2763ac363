// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

@Entity
class Book {
    @Id
    UUID id = UUID.randomUUID();
    @TenantId
    String tenant;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "shelf")
    Shelf shelf;
    String title;
    @JdbcTypeCode(SqlTypes.JSON)
    String details = "{}";
    Instant added = Instant.parse("2026-01-01T00:00:00Z");

    Book() {
    }

    Book(Shelf shelf, String title) {
        this.shelf = shelf;
        this.title = title;
    }
}
