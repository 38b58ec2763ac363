// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.huifang.api.intake.RosterSource.Trouble;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Sql;
import org.huifang.persistence.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code oneroster}: how far each system has been read. */
@Component(service = PullStore.class)
public final class PullStore {
    private static final String KEEP = """
        insert into oneroster.pull (tenant, list, run, since, as_of, collection, position, read, done, whole, last,
          records, differences, news, next, trouble, detail)
        values (?, ?, ?::uuid, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz,
          ?, ?, ?, ?, ?, ?)
        on conflict (tenant, list) do update set run = excluded.run, since = excluded.since, as_of = excluded.as_of,
          collection = excluded.collection, position = excluded.position, read = excluded.read, done = excluded.done,
          whole = excluded.whole, last = excluded.last, records = excluded.records,
          differences = excluded.differences, news = excluded.news, next = excluded.next, trouble = excluded.trouble,
          detail = excluded.detail""";

    private final Unit unit;

    @Activate
    public PullStore(@Reference Persistence persistence) {
        unit = persistence.open("oneroster", "org/huifang/oneroster/changelog.sql");
    }

    @Deactivate
    public void close() {
        unit.close();
    }

    Pull of(Site site) {
        return unit.sql(site.tenant(),
                connection -> new Sql(connection).list("select * from oneroster.pull where tenant = ? and list = ?",
                        PullStore::read, site.tenant().value(), site.list()).stream().findFirst().orElse(Pull.NONE));
    }

    void keep(Site site, Pull pull) {
        unit.sql(site.tenant(), connection -> new Sql(connection).update(KEEP, site.tenant().value(), site.list(),
                pull.run(), pull.since(), pull.asOf(), pull.collection(), pull.offset(), pull.read(), pull.done(),
                pull.whole(), pull.last(), pull.records(), pull.differences(), pull.news(), pull.next(),
                pull.trouble() == null ? null : pull.trouble().name(), Sql.storable(pull.detail())));
    }

    private static Pull read(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        return new Pull(row.getObject("run", UUID.class), Sql.time(row, "since"), Sql.time(row, "as_of"),
                row.getInt("collection"), row.getLong("position"), row.getLong("read"), Sql.time(row, "done"),
                Sql.time(row, "whole"), Sql.time(row, "last"), row.getLong("records"), row.getBoolean("differences"),
                row.getBoolean("news"), Sql.instant(row, "next"), trouble == null ? null : Trouble.valueOf(trouble),
                row.getString("detail"));
    }
}
