// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Study;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Access and tests of one person, read from the timeline. */
final class Studies {
    private static final String OF = """
        select course, kind, fact::text as fact from archive.timeline
        where tenant = ? and learner = any (?::uuid[]) and kind in ('AccessGranted', 'TestTaken')
        order by at, id""";

    private record Told(UUID course, Fact fact) {}

    private Studies() {
    }

    static List<Study> of(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        Map<UUID, Study> studies = new LinkedHashMap<>();
        for (Told told : sql.list(OF,
                row -> new Told(Sql.id(row, "course"), FactJson.read(row.getString("kind"), row.getString("fact"))),
                tenant.value(), parts.toArray(UUID[]::new))) {
            studies.put(told.course, and(studies.getOrDefault(told.course, new Study(told.course, null, null)),
                    told.fact));
        }
        return List.copyOf(studies.values());
    }

    private static Study and(Study before, Fact later) {
        return switch (later) {
            case Fact.AccessGranted access -> new Study(before.course(), and(before.access(), access), before.test());
            case Fact.TestTaken test -> new Study(before.course(), before.access(), test);
            default -> before;
        };
    }

    private static Fact.AccessGranted and(Fact.@Nullable AccessGranted before, Fact.AccessGranted later) {
        return before == null
                ? later
                : new Fact.AccessGranted(later.course(), later.person(),
                        later.from() == null ? before.from() : later.from(),
                        later.until() == null ? before.until() : later.until(),
                        later.lessonsLeft() == null ? before.lessonsLeft() : later.lessonsLeft(), later.at());
    }
}
