// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Plausible;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a client tells it. Persons and courses are named by the ids that their system has for
 * them.
 */
public sealed interface NewFact {
    Instant at();

    /** The fact of the archive. @param source whose ids they are @param author who tells it */
    Fact fact(String source, String author);

    private static PersonKey person(String source, String subject) {
        return new PersonKey(source, id(subject));
    }

    private static CourseKey course(String source, String course) {
        return new CourseKey(source, id(course));
    }

    private static String id(String id) {
        if (id.isBlank() || id.length() > 255) {
            throw new IllegalArgumentException("an id has 1 to 255 characters");
        }
        return id;
    }

    private static String text(String text) {
        if (text.length() > 5_000) {
            throw new IllegalArgumentException("a text has at most 5,000 characters");
        }
        return text;
    }

    private static void percent(int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("progress and scores are 0 to 100");
        }
    }

    /** A course has this title and these days. */
    record CourseDescribed(String course, @Nullable String title, @Nullable LocalDate start, @Nullable LocalDate end,
            Instant at) implements NewFact {
        public CourseDescribed {
            id(course);
            text(title == null ? "" : title);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.CourseDescribed(NewFact.course(source, course), title, start, end, at);
        }
    }

    /** A person belongs to a course. */
    record Enrolled(String course, String person, @Nullable String name, @Nullable String email,
            @Nullable String phone, @Nullable String locale, @Nullable String timeZone, @Nullable CourseRole role,
            Instant at) implements NewFact {
        public Enrolled {
            id(course);
            id(person);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.Enrolled(NewFact.course(source, course), NewFact.person(source, person),
                    new Identity(name, email, phone, locale, timeZone, null),
                    role == null ? CourseRole.LEARNER : role, at);
        }
    }

    /** A person does not belong to a course any more. */
    record Left(String course, String person, Instant at) implements NewFact {
        public Left {
            id(course);
            id(person);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.Left(NewFact.course(source, course), NewFact.person(source, person), at);
        }
    }

    /** A lesson was completed. @param progress of the course after it, in per cent */
    record LessonCompleted(String course, String person, String lesson, int progress, Instant at) implements NewFact {
        public LessonCompleted {
            id(course);
            id(person);
            text(lesson);
            percent(progress);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.LessonCompleted(NewFact.course(source, course), NewFact.person(source, person), lesson,
                    progress, at);
        }
    }

    /** A person finished a course. */
    record CourseFinished(String course, String person, Instant at) implements NewFact {
        public CourseFinished {
            id(course);
            id(person);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.CourseFinished(NewFact.course(source, course), NewFact.person(source, person), at);
        }
    }

    /**
     * What a person has of a course, one of them at least; what is said again replaces what was said before.
     *
     * @param from when their time in it begins; moved when an enrolment is put off
     * @param until when it ends
     * @param lessonsLeft of those paid for
     */
    record AccessGranted(String course, String person, @Nullable Instant from, @Nullable Instant until,
            @Nullable Integer lessonsLeft, Instant at) implements NewFact {
        public AccessGranted {
            id(course);
            id(person);
            if (from == null && until == null && lessonsLeft == null) {
                throw new IllegalArgumentException("one of from, until and lessonsLeft is said");
            }
            if (from != null && until != null && !from.isBefore(until)) {
                throw new IllegalArgumentException("until is after from");
            }
            if (lessonsLeft != null && lessonsLeft < 0) {
                throw new IllegalArgumentException("lessonsLeft is 0 or more");
            }
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.AccessGranted(NewFact.course(source, course), NewFact.person(source, person), from, until,
                    lessonsLeft, at);
        }
    }

    /** A test was taken. @param score 0 to 100 */
    record TestTaken(String course, String person, String test, int score, boolean passed, Instant at)
            implements
                NewFact {
        public TestTaken {
            id(course);
            id(person);
            text(test);
            percent(score);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.TestTaken(NewFact.course(source, course), NewFact.person(source, person), test, score,
                    passed, at);
        }
    }

    /** A person complained. */
    record Complained(String course, String person, String text, Instant at) implements NewFact {
        public Complained {
            id(course);
            id(person);
            NewFact.text(text);
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.Complained(NewFact.course(source, course), NewFact.person(source, person), text, at);
        }
    }

    /** Values of a person's file. @param values by the names of fields, as {@code email} */
    record PersonDescribed(String person, Map<String, String> values, Instant at) implements NewFact {
        public PersonDescribed {
            id(person);
            values = Map.copyOf(values);
            if (!Set.copyOf(java.util.Arrays.stream(Field.values()).map(Field::key).toList())
                    .containsAll(values.keySet())) {
                throw new IllegalArgumentException("there is no such field");
            }
            values = values.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, PersonDescribed::plain));
        }

        private static String plain(Map.Entry<String, String> said) {
            String value = Plausible.plain(said.getKey(), said.getValue());
            String objection = Plausible.objection(said.getKey(), value);
            if (objection != null) {
                throw new IllegalArgumentException("the value of " + said.getKey() + " is not one: " + objection);
            }
            return value;
        }

        @Override
        public Fact fact(String source, String author) {
            return new Fact.PersonDescribed(NewFact.person(source, person), null, values, Confidence.REPORTED, author,
                    at);
        }
    }
}
