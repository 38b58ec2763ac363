// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.care.Greeted.Reason;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * One greeting of one person.
 *
 * @param occasion for which nobody is greeted twice
 * @param course of a milestone, or null
 * @param begins when it may go out at the earliest
 * @param ends when it is too late
 * @param reason why it waits, or null
 * @param trying the channel that it was given to and that has not said yet whether it took it, or null
 */
record Owed(TenantId tenant, UUID id, UUID greeting, UUID person, String occasion, LocalDate day,
        @Nullable UUID course, Instant begins, Instant ends, @Nullable Reason reason, @Nullable String trying) {
    /** For a day where the person is. */
    static Owed on(Kept kept, UUID person, String occasion, LocalDate day, ZoneId zone) {
        return new Owed(kept.tenant(), UUID.randomUUID(), kept.id(), person, occasion, day, null,
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant(), null, null);
    }

    /** For a milestone: it may be late in the evening, so the next day is good for it too. */
    static Owed after(Kept kept, UUID person, UUID course, Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return new Owed(kept.tenant(), UUID.randomUUID(), kept.id(), person, course.toString(), day, course, at,
                day.plusDays(2).atStartOfDay(zone).toInstant(), null, null);
    }

    /** The same for a channel, and for channels and limits the same message. */
    String key() {
        return "care:" + id;
    }

    static Owed read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Owed(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "greeting"),
                Sql.id(row, "person"), row.getString("occasion"), row.getObject("day", LocalDate.class),
                row.getObject("course", UUID.class), Sql.instant(row, "begins"), Sql.instant(row, "ends"),
                reason == null ? null : Reason.valueOf(reason), row.getString("trying"));
    }
}
