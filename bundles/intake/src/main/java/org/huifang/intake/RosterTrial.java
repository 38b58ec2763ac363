// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.intake.ImportRun;
import org.huifang.persistence.Sql;

/** Does all that a run would do but tell the archive, and takes it back: the check and the run decide alike. */
final class RosterTrial {
    private RosterTrial() {
    }

    /** @param keep when nothing of it is news, what it confirms may be kept */
    static Planned of(Connection connection, TenantId tenant, ImportRun run, FileKeeping files, RosterCourses courses,
            Instant now, boolean keep) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Sql sql = new Sql(connection);
        UUID id = run.id();
        RosterMerge.merge(sql, id);
        var telling = new RosterTelling(tenant, run, files, courses);
        var all = new Planned();
        for (var stretch = telling.next(sql, now); stretch != null; stretch = telling.next(sql, now)) {
            all.gather(stretch.planned());
            RosterTelling.note(sql, tenant, id, run.list(), stretch);
        }
        all.gather(RosterRest.count(sql, tenant, id, run.list()));
        if (all.news() || !keep) {
            connection.rollback(before);
        }
        return all;
    }
}
