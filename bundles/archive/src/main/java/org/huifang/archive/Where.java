// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Measure;
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

    /** Of several parts of a file the one whose keeper was named last. */
    private static final String KEPT = """
        exists (select from archive.learner k where k.tenant = l.tenant and k.keeper %s
            and coalesce(k.merged_into, k.id) = l.id
            and not exists (select from archive.learner q where coalesce(q.merged_into, q.id) = l.id
                and (q.keeper_at > k.keeper_at or q.keeper_at = k.keeper_at and q.keeper > k.keeper)))""";
    private static final String BOUGHT = """
        exists (select from archive.purchase b join archive.learner p on p.id = b.learner
            where b.tenant = l.tenant and b.kind <> 'REFUNDED' and b.at > ?
                and position(lower(?::text collate "und-x-icu") in lower(b.title collate "und-x-icu")) > 0
                and coalesce(p.merged_into, p.id) = l.id)""";

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
            case Condition.KeptBy kept -> kept(kept.account());
            case Condition.Bought bought -> new Where(BOUGHT,
                    List.of(since(now, bought.days()), Text.storable(bought.title().strip())));
            case Condition.Reached reached -> new Where(Measures.REACHED, List.of(since(now, reached.days())));
            case Condition.Measured measured when measured.measure() == Measure.COMPLETENESS ->
                new Where(Measures.COMPLETENESS + " between ? and ?", List.of(measured.least(), measured.most()));
            case Condition.Measured measured -> new Where(Measures.BETWEEN,
                    List.of(measured.measure().name(), measured.least(), measured.most()));
            case Condition.OutOfDate old -> new Where(Measures.OUT_OF_DATE, List.of());
        };
    }

    private static Where kept(@Nullable UUID account) {
        return account == null
                ? new Where("not " + KEPT.formatted("is not null"), List.of())
                : new Where(KEPT.formatted("= ?"), List.of(account));
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
