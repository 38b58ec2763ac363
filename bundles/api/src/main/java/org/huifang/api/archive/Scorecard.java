// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.huifang.api.evaluation.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The state of a school's files by the measures of ISO/IEC 25012 and 25024. Counted are the files of learners: who is a
 * learner in a course, or in no course and stands behind nobody else. All but the accuracy are full counts.
 *
 * @param asOf when the count began
 * @param version of the definitions
 * @param files that were counted
 * @param kept those that have a keeper
 * @param fields in the order of their policies
 * @param lag within which 95 of 100 facts of the last 28 days were recorded after they happened, or null when there were
 * none
 */
public record Scorecard(Instant asOf, int version, long files, long kept, List<FieldQuality> fields,
        @Nullable Duration lag) {
    public Scorecard {
        fields = List.copyOf(fields);
    }

    /** Required fields that are filled, of all required fields of all files. */
    public Estimate completeness() {
        return count(field -> field.policy().need() == FieldPolicy.Need.REQUIRED, FieldQuality::filled,
                FieldQuality::files);
    }

    /** Values not older than their policy allows, of all whose policy sets an age. */
    public Estimate currentness() {
        return count(field -> field.policy().maxAgeDays() != null, FieldQuality::inTime, FieldQuality::filled);
    }

    /** Values whose source, author and time are on record, of all values. */
    public Estimate traceability() {
        return count(Scorecard::single, FieldQuality::traceable, FieldQuality::filled);
    }

    /** Right values, of those drawn at random and checked in the review rounds of the last 92 days. */
    public Estimate accuracy() {
        return Estimate.Share.wilson(sum(Scorecard::single, FieldQuality::right),
                sum(Scorecard::single, FieldQuality::checked));
    }

    private static boolean single(FieldQuality field) {
        return !field.policy().field().equals(FileQuality.CONTACT);
    }

    private Estimate count(Predicate<FieldQuality> which, ToLongFunction<FieldQuality> part,
            ToLongFunction<FieldQuality> all) {
        return Estimate.FullCount.of(sum(which, part), sum(which, all));
    }

    private long sum(Predicate<FieldQuality> which, ToLongFunction<FieldQuality> column) {
        return fields.stream().filter(which).mapToLong(column).sum();
    }
}
