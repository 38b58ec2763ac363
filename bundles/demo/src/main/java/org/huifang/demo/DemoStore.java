// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.huifang.api.TenantId;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Sql;
import org.huifang.persistence.Statements;
import org.huifang.persistence.Unit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code demo}. */
@Component(service = DemoStore.class)
public final class DemoStore {
    static final TenantId TENANT = TenantId.DEFAULT;
    private final Unit unit;

    @Activate
    public DemoStore(@Reference Persistence persistence) {
        this.unit = persistence.open("demo", "db/demo.sql");
    }

    /** One transaction. */
    <R extends @Nullable Object> R of(Statements<R> work) {
        return unit.of(TENANT, work);
    }

    Optional<String> setting(String name) {
        return of(sql -> setting(sql, name));
    }

    static Optional<String> setting(Sql sql, String name) throws SQLException {
        return sql.one("select value from demo.setting where name = ?", r -> Objects.requireNonNull(r.getString(1)),
                name);
    }

    void keep(String name, String value) {
        of(sql -> keep(sql, name, value));
    }

    static int keep(Sql sql, String name, String value) throws SQLException {
        return sql.update("""
                insert into demo.setting (name, tenant, value) values (?, ?, ?)
                on conflict (name) do update set value = excluded.value""", name, TENANT.value(), value);
    }

    /** The setting as it was kept first. */
    String settled(String name, Supplier<String> otherwise) {
        return setting(name).orElseGet(() -> {
            String value = otherwise.get();
            keep(name, value);
            return value;
        });
    }

    @Deactivate
    void close() {
        unit.close();
    }
}
