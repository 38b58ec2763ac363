// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Tag;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Why;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Why a file fits a condition: each simple condition is asked of the database as lists do, and what it saw is shown. */
final class Explaining {
    private static final String ONE = " from archive.learner l where l.tenant = ? and l.id = ?";

    private final Map<Condition, Boolean> answers;
    private final LearnerFile file;
    private final List<Tag> tags;

    private Explaining(Map<Condition, Boolean> answers, LearnerFile file, List<Tag> tags) {
        this.answers = answers;
        this.file = file;
        this.tags = tags;
    }

    /** Empty when there is no such file. */
    static Optional<Why> of(ArchiveStore store, TenantId tenant, Condition condition, UUID learner, Instant now) {
        Optional<LearnerFile> file = FileOfLearner.read(store, tenant, List.of(learner));
        return file.map(found -> store.of(tenant, sql -> new Explaining(
                answers(sql, tenant, simple(condition).distinct().toList(), found.id(), now), found,
                TagTable.of(sql, tenant, List.of(found.id())).getOrDefault(found.id(), List.of())).why(condition)));
    }

    private static Stream<Condition> simple(Condition condition) {
        return condition instanceof Condition.Combined combined
                ? combined.parts().stream().flatMap(Explaining::simple)
                : Stream.of(condition);
    }

    private static Map<Condition, Boolean> answers(Sql sql, TenantId tenant, List<Condition> asked, UUID learner,
            Instant now) throws SQLException {
        List<Where> tests = asked.stream().map(condition -> Where.of(condition, now)).toList();
        if (tests.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<Object>();
        tests.forEach(test -> parameters.addAll(test.parameters()));
        parameters.addAll(List.of(tenant.value(), learner));
        return sql.list("select " + String.join(", ", tests.stream().map(Where::sql).toList()) + ONE, row -> {
            var answers = new java.util.HashMap<Condition, Boolean>();
            for (int i = 0; i < asked.size(); i++) {
                answers.put(asked.get(i), row.getBoolean(i + 1));
            }
            return answers;
        }, parameters.toArray()).getFirst();
    }

    private Why why(Condition condition) {
        if (condition instanceof Condition.Combined combined) {
            List<Why> parts = combined.parts().stream().map(this::why).toList();
            boolean holds = switch (combined) {
                case Condition.All all -> parts.stream().allMatch(Why::holds);
                case Condition.Any any -> parts.stream().anyMatch(Why::holds);
                case Condition.Not not -> !parts.getFirst().holds();
            };
            return new Why(condition, holds, null, List.of(), List.of(), parts);
        }
        boolean courses = condition instanceof Condition.InCourse || condition instanceof Condition.Active
                || condition instanceof Condition.EnrolledWithin;
        return new Why(condition, answers.getOrDefault(condition, false), value(condition),
                courses ? file.enrolments() : List.of(), condition instanceof Condition.Wears ? tags : List.of(),
                List.of());
    }

    private @Nullable String value(Condition condition) {
        String field = switch (condition) {
            case Condition.Is is -> is.field();
            case Condition.Contains has -> has.field();
            case Condition.Known known -> known.field();
            default -> "";
        };
        return file.value(field).map(FieldValue::value).orElse(null);
    }
}
