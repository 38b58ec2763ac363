// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Refuses a schema with a table that would show one tenant's rows to another. */
final class TenantsApart {
    private static final String TABLES_AT_FAULT = """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relkind in ('r', 'p', 'm', 'f')
          and c.relname not in ('databasechangelog', 'databasechangeloglock', 'huifang_changelog')
          and not (c.relrowsecurity
              and (c.relforcerowsecurity
                      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenants_apart')
                  or exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenants_apart_when_joined')
                      and exists (select from pg_constraint f
                          join pg_class k on k.oid = f.confrelid and k.relforcerowsecurity
                          join pg_policy p on p.polrelid = k.oid and p.polname = 'tenants_apart'
                          where f.conrelid = c.oid and f.contype = 'f'))
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant'
                  and a.attnotnull and a.atttypid = 'text'::regtype))
        order by 1""";

    private TenantsApart() {
    }

    static void check(DataSource pool, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(TABLES_AT_FAULT)) {
            query.setString(1, schema);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(schema + "." + rows.getString(1));
                }
            }
            connection.commit();
        }
        if (!tables.isEmpty()) {
            throw new IllegalStateException("These tables do not keep tenants apart: " + tables
                    + ". Each needs a column \"tenant text not null\" and, in the changelog after its creation,"
                    + " \"select huifang.keep_tenants_apart('<schema>.<table>')\".");
        }
    }
}
