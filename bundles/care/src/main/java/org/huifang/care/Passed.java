// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.care.Occasion;
import org.huifang.persistence.Sql;

/**
 * Somebody got further in a course.
 *
 * @param was per cent before
 * @param now per cent after
 * @param finished whether it was finished by this
 */
record Passed(long id, TenantId tenant, UUID learner, UUID course, int was, int now, boolean finished, Instant at) {
    /** How much of an occasion it is: of several passed at once only the highest is one; 0 is none. */
    int rank(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Finished() -> finished ? 101 : 0;
            case Occasion.Milestone(int progress) -> was < progress && progress <= now ? progress : 0;
            case Occasion.Birthday _,Occasion.Festival _ -> 0;
        };
    }

    static void add(Sql sql, List<Passed> passed) throws SQLException {
        for (Passed each : passed) {
            sql.update("insert into care.passed (tenant, learner, course, was, now, finished, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)", each.tenant.value(), each.learner, each.course, each.was,
                    each.now, each.finished, each.at);
        }
    }

    static List<Passed> oldest(Sql sql, int limit) throws SQLException {
        return sql.list("select * from care.passed order by id limit ?",
                row -> new Passed(row.getLong("id"), new TenantId(row.getString("tenant")), Sql.id(row, "learner"),
                        Sql.id(row, "course"), row.getInt("was"), row.getInt("now"), row.getBoolean("finished"),
                        Sql.instant(row, "at")),
                limit);
    }

    static int remove(Sql sql, Collection<Passed> passed) throws SQLException {
        return sql.update("delete from care.passed where id = any (?::bigint[])",
                (Object) passed.stream().map(Passed::id).toArray(Long[]::new));
    }
}
