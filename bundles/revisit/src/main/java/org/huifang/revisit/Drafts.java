// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What agents have typed and not handed in: one text for each agent and obligation. */
@Component(service = Drafts.class)
public final class Drafts {
    private static final int LONGEST = 20_000;

    private static final String KEEP = """
        insert into revisit.draft (tenant, obligation, agent, typed)
        select tenant, id, ?, ? from revisit.obligation where tenant = ? and id = ?
        on conflict (obligation, agent) do update set typed = excluded.typed""";

    private final RevisitStore store;

    @Activate
    public Drafts(@Reference RevisitStore store) {
        this.store = store;
    }

    String of(TenantId tenant, UUID obligation, UUID agent) {
        return store.of(tenant, sql -> sql.list(
                "select typed from revisit.draft where tenant = ? and obligation = ? and agent = ?",
                row -> row.getString(1), tenant.value(), obligation, agent)).stream().findFirst().orElse("");
    }

    void keep(TenantId tenant, UUID obligation, UUID agent, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a draft has at most 20,000 characters");
        }
        store.of(tenant, sql -> text.isEmpty()
                ? forget(sql, tenant, obligation, agent)
                : sql.update(KEEP, agent, Sql.storable(text), tenant.value(), obligation));
    }

    static int forget(Sql sql, TenantId tenant, UUID obligation, UUID agent) throws SQLException {
        return sql.update("delete from revisit.draft where tenant = ? and obligation = ? and agent = ?", tenant.value(),
                obligation,
                agent);
    }
}
