// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a school's administration, as 1EdTech OneRoster 1.2 has it. A later one with the same id replaces the
 * earlier one, in whichever order they come.
 */
public sealed interface RosterRecord {
    /** The sourcedId, 1 to 255 characters; unique among records of a kind within a list. */
    String id();

    /** Whether it holds: neither marked to be deleted nor, of a person, disabled. */
    boolean active();

    /** When the administration changed it last, by its own clock; null where it does not say. */
    @Nullable
    Instant changed();

    /** A term or another stretch of the school year. */
    record Term(String id, boolean active, @Nullable Instant changed, @Nullable LocalDate begins,
            @Nullable LocalDate ends) implements RosterRecord {}

    /** What classes are held of; when it does not hold any more, neither do they. */
    record Subject(String id, boolean active, @Nullable Instant changed, String title) implements RosterRecord {}

    /**
     * What is a course here: people and a title.
     *
     * @param code as the school calls it; may be empty
     * @param subject the id of a {@link Subject}; may be empty
     * @param terms the ids of {@link Term}s, whose first and last days are the course's
     */
    record SchoolClass(String id, boolean active, @Nullable Instant changed, String title, String code,
            String subject, List<String> terms) implements RosterRecord {
        public SchoolClass {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A person.
     *
     * @param values by {@link org.huifang.api.archive.Field#key()}, with a name
     * @param roles as OneRoster calls them, where the record itself names them
     */
    record User(String id, boolean active, @Nullable Instant changed, Map<String, String> values, List<String> roles)
            implements
                RosterRecord {
        public User {
            values = Map.copyOf(values);
            roles = List.copyOf(roles);
        }

        /** A name of its two parts: one in Han characters has the family first and nothing between. */
        public static String name(String family, String given) {
            boolean han = (family + given).codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            return han ? family + given : (given + " " + family).strip();
        }
    }

    /** What a person is in the school, apart from any class. @param role as OneRoster calls it */
    record Role(String id, boolean active, @Nullable Instant changed, String user, String role)
            implements
                RosterRecord {}

    /**
     * That a person belongs to a class.
     *
     * @param role as OneRoster calls it: {@code student}, {@code teacher}, and others
     * @param begins the first day, or null
     * @param ends the last day, or null
     */
    record Enrolment(String id, boolean active, @Nullable Instant changed, String schoolClass, String user,
            String role, @Nullable LocalDate begins, @Nullable LocalDate ends) implements RosterRecord {}
}
