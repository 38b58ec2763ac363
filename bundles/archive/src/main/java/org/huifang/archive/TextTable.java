// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huifang.api.TenantId;
import org.huifang.api.consent.ConsentText;
import org.huifang.persistence.Sql;

/** The texts that people agree to: a tenant's own before those that Huifang brings. */
final class TextTable {
    /** The version is chosen first: a translation never makes people agree to another text than its neighbours. */
    private static final String NOW = """
        with newest as (select distinct on (purpose) tenant, purpose, version from archive.consent_text
            where tenant in (?, '*') and valid_from <= ? order by purpose, tenant = '*', valid_from desc, version desc)
        select distinct on (purpose) purpose, language, version, body, valid_from
        from archive.consent_text join newest using (tenant, purpose, version)
        where language in (?, 'en') order by purpose, language = 'en'""";
    private static final String ONE = """
        select purpose, language, version, body, valid_from from archive.consent_text
        where tenant in (?, '*') and purpose = ? and version = ? and language in (?, 'en')
        order by tenant = '*', language = 'en' limit 1""";
    private static final String ADD = """
        insert into archive.consent_text (tenant, purpose, language, version, body, valid_from)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String SAME = """
        select 1 from archive.consent_text where tenant = ? and purpose = ? and language = ? and version = ?
            and body = ? and valid_from = ?""";

    private TextTable() {
    }

    static List<ConsentText> now(Sql sql, TenantId tenant, String language, LocalDate day) throws SQLException {
        return sql.list(NOW, TextTable::read, tenant.value(), day, language);
    }

    static Optional<ConsentText> one(Sql sql, TenantId tenant, String purpose, String language, String version)
            throws SQLException {
        return sql.list(ONE, TextTable::read, tenant.value(), purpose, version, language).stream().findFirst();
    }

    /** @return false when another text has this version */
    static boolean add(Sql sql, TenantId tenant, ConsentText text) throws SQLException {
        return sql.update(ADD, tenant.value(), text.purpose(), text.language(), text.version(), text.text(),
                text.from()) == 1
                || !sql.list(SAME, row -> row.getInt(1), tenant.value(), text.purpose(), text.language(),
                        text.version(), text.text(), text.from()).isEmpty();
    }

    private static ConsentText read(ResultSet row) throws SQLException {
        return new ConsentText(row.getString("purpose"), row.getString("language"), row.getString("version"),
                row.getString("body"), row.getObject("valid_from", LocalDate.class));
    }
}
