// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.Stage;
import org.jspecify.annotations.Nullable;

/** What is true or false of a file now. */
public sealed interface Condition {
    /** True of every file. */
    Condition EVERYBODY = new All(List.of());

    /** A condition that is made of others. */
    sealed interface Combined extends Condition {
        List<Condition> parts();
    }

    /** All of these; true when there is none. */
    record All(List<Condition> parts) implements Combined {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of these; false when there is none. */
    record Any(List<Condition> parts) implements Combined {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The contrary. */
    record Not(Condition part) implements Combined {
        @Override
        public List<Condition> parts() {
            return List.of(part);
        }
    }

    /**
     * The value that holds is this one, letter case aside.
     *
     * @param field a {@link Field#key()}
     */
    record Is(String field, String value) implements Condition {
        public Is {
            checked(field);
        }
    }

    /** The value that holds has this in it, letter case aside. */
    record Contains(String field, String text) implements Condition {
        public Contains {
            checked(field);
        }
    }

    /** There is a value. */
    record Known(String field) implements Condition {
        public Known {
            checked(field);
        }
    }

    /** The file wears this tag. */
    record Wears(String tag) implements Condition {}

    /**
     * In a course of which all of this is true at once.
     *
     * @param course this one, or any when null
     * @param role this one, or any when null
     * @param stage this one; when null, any of a course that the person belongs to now
     * @param least progress in per cent, from this on
     * @param most progress in per cent, up to this
     */
    record InCourse(@Nullable UUID course, @Nullable CourseRole role, @Nullable Stage stage, int least, int most)
            implements
                Condition {
        public InCourse {
            if (least < 0 || most > 100 || least > most) {
                throw new IllegalArgumentException("progress is from 0 to 100 per cent");
            }
        }
    }

    /** A lesson or a visit in some course in the last days, counted in hours of 24. */
    record Active(int days) implements Condition {
        public Active {
            checked(days);
        }
    }

    /** Enrolled in some course in the last days. */
    record EnrolledWithin(int days) implements Condition {
        public EnrolledWithin {
            checked(days);
        }
    }

    /** This account keeps the file. @param account or null: nobody does */
    record KeptBy(@Nullable UUID account) implements Condition {}

    /**
     * Bought or renewed something in the last days, and did not give it back.
     *
     * @param title is in what it is called, letter case aside; "" for whatever
     */
    record Bought(String title, int days) implements Condition {
        public Bought {
            checked(days);
        }
    }

    /** Somebody of the staff reached the person in the last days. */
    record Reached(int days) implements Condition {
        public Reached {
            checked(days);
        }
    }

    /** What is measured lies between these two, both included; false where nothing was measured yet. */
    record Measured(Measure measure, int least, int most) implements Condition {
        public Measured {
            if (least < measure.least() || most > measure.most() || least > most) {
                throw new IllegalArgumentException(measure + " is from " + measure.least() + " to " + measure.most());
            }
        }
    }

    /** The file has a value that is older than its policy allows, as files were counted last. */
    record OutOfDate() implements Condition {}

    private static void checked(String field) {
        if (Field.of(field).isEmpty()) {
            throw new IllegalArgumentException("not a field: " + field);
        }
    }

    private static void checked(int days) {
        if (days < 0 || days > 36_500) {
            throw new IllegalArgumentException("days are from 0 to 36500");
        }
    }
}
