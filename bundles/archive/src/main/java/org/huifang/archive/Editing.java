// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.persistence.Sql;

/** One person's change to one value, in one transaction: nobody's change is overwritten unseen. */
final class Editing {
    private static final String BEFORE = "select 1 from archive.delivery where tenant = ? and source = ? and key = ?";
    private static final String LOCK = """
        select id from archive.learner where tenant = ? and id = any (?::uuid[]) order by id for no key update""";

    /** What the transaction did. */
    record Done(Edited edited, Set<Change> changes) {
        static Done without(Edited edited) {
            return new Done(edited, Set.of());
        }
    }

    private Editing() {
    }

    static Done run(Sql sql, TenantId tenant, Edit edit, Recorder recorder) throws SQLException {
        String value = Plausible.plain(edit.field(), edit.value());
        String objection = Plausible.objection(edit.field(), value);
        if (objection != null) {
            return Done.without(new Edited.Refused(objection));
        }
        List<UUID> parts = Merges.parts(sql, tenant, edit.learner());
        if (parts.isEmpty()) {
            return Done.without(new Edited.Unknown());
        }
        sql.list(LOCK, row -> Sql.id(row, "id"), tenant.value(), parts.toArray(UUID[]::new));
        if (!sql.list(BEFORE, row -> row.getInt(1), tenant.value(), edit.source(), edit.key().toString()).isEmpty()) {
            return Done.without(new Edited.Taken());
        }
        FieldValue now = Values.current(sql, tenant, parts).get(edit.field());
        if (!(now == null ? edit.seen() == null : Long.valueOf(now.id()).equals(edit.seen()))) {
            return Done.without(new Edited.ChangedMeanwhile(now));
        }
        Fact said = new Fact.ValueSaid(parts.getFirst(), edit.field(), value, edit.confidence(), edit.author(),
                edit.at());
        return new Done(new Edited.Taken(), recorder.within(sql,
                new Delivery(tenant, edit.source(), edit.key().toString(), List.of(said))));
    }
}
