// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hibernate.envers.AuditReaderFactory;
import org.huifang.api.TenantId;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AuditedTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private final Unit unit = DATABASE.open("audited", "db/audited.sql", Note.class, Revision.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void every_version_of_an_audited_entity_is_kept_for_its_tenant_only() {
        TenantId tenant = TenantId.DEFAULT;
        unit.write(tenant, session -> {
            session.persist(new Note(1, tenant.value(), "first"));
            return null;
        });
        unit.write(tenant, session -> session.find(Note.class, 1L).text = "second");
        assertThat(unit.<List<String>>read(tenant, session -> {
            var reader = AuditReaderFactory.get(session);
            return reader.getRevisions(Note.class, 1L).stream().map(at -> reader.find(Note.class, 1L, at).text)
                    .toList();
        })).containsExactly("first", "second");
        assertThat(unit.<List<Number>>read(new TenantId("other"),
                session -> AuditReaderFactory.get(session).getRevisions(Note.class, 1L))).isEmpty();
    }
}
