// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Comparator;
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
import org.huifang.api.archive.Plausible;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

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
        Values.Current current = Values.current(sql, tenant, parts);
        FieldValue now = current.winners().get(edit.field());
        if (!same(now, edit.seen())) {
            return Done.without(new Edited.ChangedMeanwhile(now));
        }
        FieldValue below = below(current, edit);
        if (!Long.valueOf(Edit.NOT_SEEN).equals(edit.below()) && !same(below, edit.below())) {
            return Done.without(new Edited.ChangedMeanwhile(below));
        }
        // it stays with this part when files are split
        Fact said = new Fact.ValueSaid(edit.learner(), edit.field(), value, edit.confidence(), edit.author(),
                edit.at());
        return new Done(new Edited.Taken(), recorder.within(sql,
                new Delivery(tenant, edit.source(), edit.key().toString(), List.of(said))));
    }

    private static boolean same(@Nullable FieldValue now, @Nullable Long seen) {
        return now == null ? seen == null : Long.valueOf(now.id()).equals(seen);
    }

    /** What the edit would replace where another value stands above it; null when it replaces the value that holds. */
    private static @Nullable FieldValue below(Values.Current current, Edit edit) {
        return current.others().stream()
                .filter(own -> own.field().equals(edit.field()) && own.source().equals(edit.source()))
                .max(Comparator.comparing(FieldValue::id)).orElse(null);
    }
}
