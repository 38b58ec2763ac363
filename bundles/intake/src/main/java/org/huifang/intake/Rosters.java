// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.util.UUID;
import org.huifang.api.intake.ImportRun;
import org.huifang.persistence.Sql;

/** What all that takes rosters in shares. */
final class Rosters {
    /** In place of an account where a system brings a list by itself. */
    static final UUID NOBODY = new UUID(0, 0);

    /** The list that a school's administration is, unless it is said otherwise: its ids are the same in all it sends. */
    static final String LIST = "oneroster";

    private Rosters() {
    }

    /** Who says what an import says. */
    static String author(ImportRun run) {
        return run.author().equals(NOBODY) ? "list:" + run.list() : "staff:" + run.author();
    }

    /** What the check found of single rows is so in the run, too; 0 and below are the numbers of what it read. */
    static void copyErrors(Sql sql, UUID run) throws SQLException {
        int copied = sql.update("""
            insert into intake.chunk (tenant, run, phase, number, done, creates, updates, conflicts, unchanged, skipped,
              errors) select tenant, run, 'RUNNING', 0, true, 0, 0, 0, 0, coalesce(sum(skipped), 0),
              coalesce(sum(errors), 0) from intake.chunk where run = ? and phase = 'CHECKING' and number <= 0
            group by tenant, run on conflict do nothing""", run);
        if (copied > 0) {
            sql.update("""
                insert into intake.finding (tenant, run, phase, kind, line, name, field, value, reason, detail)
                select tenant, run, 'RUNNING', kind, line, name, field, value, reason, detail from intake.finding
                where run = ? and phase = 'CHECKING' and kind = 'ERROR' and reason <> 'NO_SUCH_RECORD'
                order by number""", run);
        }
    }
}
