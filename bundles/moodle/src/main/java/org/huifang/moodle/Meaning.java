// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.util.List;
import org.huifang.api.archive.Fact;

/** What a row of the log says, and what else must be asked. */
sealed interface Meaning {
    /** All of it. */
    record Said(Fact fact, long course, long person) implements Meaning {}

    /** An activity is done; what it is called and what part of the course is done, the row does not say. */
    record Completed(long course, long person, long module) implements Meaning {}

    /** A grade was reached by the learner's own doing; of what and how much of all, the row does not say. */
    record Graded(long course, long person, long item) implements Meaning {}

    /** A course may be called otherwise now. */
    record CourseChanged(long course) implements Meaning {}

    /** A person may be called otherwise now. */
    record PersonChanged(long person) implements Meaning {}

    /** Who belongs to a course in which role is to be read again. */
    record RosterChanged(long course, long person) implements Meaning {}

    /** Nothing for a learner's file. */
    record Nothing() implements Meaning {}

    /** Everybody that it makes known. */
    default List<Long> people() {
        return switch (this) {
            case Said said -> List.of(said.person);
            case Completed done -> List.of(done.person);
            case Graded graded -> List.of(graded.person);
            case CourseChanged changed -> List.of();
            case PersonChanged changed -> List.of();
            case RosterChanged changed -> List.of();
            case Nothing nothing -> List.of();
        };
    }

    /** Every course that it makes known. */
    default List<Long> courses() {
        return switch (this) {
            case Said said -> List.of(said.course);
            case Completed done -> List.of(done.course);
            case Graded graded -> List.of(graded.course);
            case CourseChanged changed -> List.of();
            case PersonChanged changed -> List.of();
            case RosterChanged changed -> List.of();
            case Nothing nothing -> List.of();
        };
    }
}
