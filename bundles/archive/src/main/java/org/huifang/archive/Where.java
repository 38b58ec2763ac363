// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huifang.api.segment.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A condition on files {@code l} of {@code archive.learner}. What people typed is a parameter and never part of the text;
 * it is true or false and never unknown, so that its contrary is right too.
 */
record Where(String sql, List<Object> parameters) {
    private static final String FOLDED = "lower((l.held ->> ?) collate \"und-x-icu\")";
    private static final String TYPED = "lower(?::text collate \"und-x-icu\")";
    private static final String ENROLLED = """
        exists (select from archive.learner p join archive.enrolment e on e.learner = p.id
            where coalesce(p.merged_into, p.id) = l.id and\s""";

    Where {
        parameters = List.copyOf(parameters);
    }

    /** @param now what days are counted back from */
    static Where of(Condition condition, Instant now) {
        return switch (condition) {
            case Condition.All all -> joined(all.parts(), " and ", "true", now);
            case Condition.Any any -> joined(any.parts(), " or ", "false", now);
            case Condition.Not not -> {
                Where part = of(not.part(), now);
                yield new Where("not (" + part.sql + ")", part.parameters);
            }
            case Condition.Is is -> new Where("coalesce(" + FOLDED + " = " + TYPED + ", false)",
                    List.of(is.field(), Text.storable(is.value().strip())));
            case Condition.Contains has -> new Where("coalesce(position(" + TYPED + " in " + FOLDED + ") > 0, false)",
                    List.of(Text.storable(has.text().strip()), has.field()));
            case Condition.Known known -> new Where("l.held -> ? is not null", List.of(known.field()));
            case Condition.Wears wears -> new Where(TagTable.WORN, List.of(wears.tag()));
            case Condition.InCourse in -> inCourse(in);
            case Condition.Active active -> enrolled("e.last_activity > ?", since(now, active.days()));
            case Condition.EnrolledWithin within -> enrolled("e.enrolled > ?", since(now, within.days()));
        };
    }

    private static Where inCourse(Condition.InCourse in) {
        var tests = new ArrayList<>(List.of("e.progress between ? and ?"));
        var parameters = new ArrayList<Object>(List.of(in.least(), in.most()));
        if (in.stage() == null) {
            tests.add("e.present");
        }
        test(tests, parameters, "e.stage = ?", in.stage() == null ? null : in.stage().name());
        test(tests, parameters, "e.role = ?", in.role() == null ? null : in.role().name());
        test(tests, parameters, "e.course = ?", in.course());
        return enrolled(String.join(" and ", tests), parameters.toArray());
    }

    private static void test(List<String> tests, List<Object> parameters, String test, @Nullable Object wanted) {
        if (wanted != null) {
            tests.add(test);
            parameters.add(wanted);
        }
    }

    private static Where enrolled(String test, Object... parameters) {
        return new Where(ENROLLED + test + ")", List.of(parameters));
    }

    private static Instant since(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static Where joined(List<Condition> parts, String word, String none, Instant now) {
        List<Where> each = parts.stream().map(part -> of(part, now)).toList();
        return each.isEmpty()
                ? new Where(none, List.of())
                : new Where(each.stream().map(Where::sql).collect(Collectors.joining(word, "(", ")")),
                        each.stream().flatMap(part -> part.parameters.stream()).toList());
    }
}
