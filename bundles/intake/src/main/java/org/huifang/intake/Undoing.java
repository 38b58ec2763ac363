// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.Instant;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.persistence.Sql;

/** Takes back what a run said, some hundred persons at a time. */
final class Undoing {
    private record Told(long number, PersonKey person) {}

    private Undoing() {
    }

    /** @return whether there is more */
    static boolean advance(IntakeStore store, LearnerArchive archive, FileKeeping files, TenantId tenant,
            ImportRun run, Instant now) {
        List<Told> next = store.of(tenant, connection -> new Sql(connection).list("""
            select number, source, subject from intake.person where run = ?
                and number > (select undone_to from intake.run where id = ?) order by number limit ?""",
                row -> new Told(row.getLong(1), new PersonKey(row.getString(2), row.getString(3))), run.id(),
                run.id(), Delivering.PART));
        if (run.format() == Format.ONEROSTER && !next.isEmpty()) {
            List<Delivery> kept = store.of(tenant, connection -> new StillSaid(tenant, run, files)
                    .of(new Sql(connection), next.stream().map(Told::person).toList()));
            Delivering.surely(archive, kept);
        }
        if (!next.isEmpty()) {
            List<Fact> facts = next.stream()
                    .map(told -> (Fact) new Fact.PersonWithdrawn(told.person(), Rosters.author(run), now)).toList();
            Delivering.surely(archive,
                    new Delivery(tenant, "import:" + run.id(), "undo:" + next.getFirst().number(), facts));
        }
        return store.of(tenant, connection -> {
            if (!next.isEmpty()) {
                new Sql(connection).update("update intake.run set undone = ?, undone_to = ? where id = ?",
                        run.undone() + next.size(), next.getLast().number(), run.id());
            }
            return next.size() == Delivering.PART
                    || !Runs.move(connection, run.id(), ImportState.UNDONE, now, ImportState.UNDOING);
        });
    }
}
