// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Purchase;
import org.huifang.api.archive.Tag;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Why;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Why a file fits a condition: each simple condition is asked of the database as lists do, and what it saw is shown. */
final class Explaining {
    private static final String ONE = " from archive.learner l where l.tenant = ? and l.id = ?";

    private final Map<Condition, Boolean> answers;
    private final Map<Condition, String> seen;
    private final LearnerFile file;
    private final List<Tag> tags;

    private Explaining(Map<Condition, Boolean> answers, Map<Condition, String> seen, LearnerFile file,
            List<Tag> tags) {
        this.answers = answers;
        this.seen = seen;
        this.file = file;
        this.tags = tags;
    }

    /** Empty when there is no such file. */
    static Optional<Why> of(ArchiveStore store, TenantId tenant, Condition condition, UUID learner, Instant now) {
        Optional<LearnerFile> file = FileOfLearner.read(store, tenant, List.of(learner));
        return file.map(found -> store.of(tenant, sql -> {
            List<Condition> asked = simple(condition).distinct().toList();
            return new Explaining(answers(sql, tenant, asked, found.id(), now), seen(sql, tenant, asked, found.id()),
                    found, TagTable.of(sql, tenant, List.of(found.id())).getOrDefault(found.id(), List.of()))
                    .why(condition);
        }));
    }

    /** What is known of it beyond what the file shows; nothing where there is nothing. */
    private static Map<Condition, String> seen(Sql sql, TenantId tenant, List<Condition> asked, UUID learner)
            throws SQLException {
        var seen = new HashMap<Condition, String>();
        List<UUID> parts = Merges.parts(sql, tenant, learner);
        for (Condition condition : asked) {
            String value = switch (condition) {
                case Condition.KeptBy kept -> Keepers.of(sql, tenant, parts).map(UUID::toString).orElse("");
                case Condition.Bought bought -> PurchaseTable.of(sql, tenant, parts).stream()
                        .filter(one -> one.kind() != Purchase.Kind.REFUNDED).map(Purchase::title)
                        .collect(Collectors.joining("\n"));
                case Condition.Reached reached -> Objects.toString(Measures.reached(sql, tenant, parts), "");
                case Condition.Measured measured ->
                    Objects.toString(Measures.last(sql, tenant, parts, measured.measure()), "");
                case Condition.OutOfDate old -> String.join("\n", Measures.outOfDate(sql, tenant, learner));
                default -> "";
            };
            if (!value.isEmpty()) {
                seen.put(condition, value);
            }
        }
        return seen;
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
            var answers = new HashMap<Condition, Boolean>();
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
        return field.isEmpty() ? seen.get(condition) : file.value(field).map(FieldValue::value).orElse(null);
    }
}
