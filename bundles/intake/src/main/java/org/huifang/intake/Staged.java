// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.intake.RosterRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a roster as it is stored.
 *
 * @param first the id of what it belongs to: of a class its subject, of a role its person, of an enrolment its class
 * @param second of an enrolment the person's id
 * @param word roles with commas between them, a class's terms, or what an enrolment makes of a person
 * @param content of a person the values by field; personal data
 */
record Staged(RosterKind kind, long line, String id, boolean active, @Nullable Instant changed, String first,
        String second, String word, String title, @Nullable LocalDate begins, @Nullable LocalDate ends,
        @Nullable String content) {
    private static final String BETWEEN = "\u001e";
    private static final String WITHIN = "\u001f";

    Staged {
        // what comes without a file has been through no reader that takes them away, and no database takes them
        id = id.replace("\0", "");
        first = first.replace("\0", "");
        second = second.replace("\0", "");
        word = word.replace("\0", "");
        title = title.replace("\0", "");
        content = content == null ? null : content.replace("\0", "");
    }

    static Staged of(RosterRecord record, long line) {
        return switch (record) {
            case RosterRecord.Term t -> new Staged(RosterKind.TERM, line, t.id(), t.active(), t.changed(), "", "", "",
                    "", t.begins(), t.ends(), null);
            case RosterRecord.Subject s -> new Staged(RosterKind.SUBJECT, line, s.id(), s.active(), s.changed(), "",
                    "", "", s.title(), null, null, null);
            case RosterRecord.SchoolClass c -> new Staged(RosterKind.CLASS, line, c.id(), c.active(), c.changed(),
                    c.subject(), c.code(), String.join(",", c.terms()), c.title(), null, null, null);
            case RosterRecord.User u -> new Staged(RosterKind.USER, line, u.id(), u.active(), u.changed(), "", "",
                    String.join(",", u.roles()), "", null, null, written(u.values()));
            case RosterRecord.Role r -> new Staged(RosterKind.ROLE, line, r.id(), r.active(), r.changed(), r.user(),
                    "", r.role(), "", null, null, null);
            case RosterRecord.Enrolment e -> new Staged(RosterKind.ENROLMENT, line, e.id(), e.active(), e.changed(),
                    e.schoolClass(), e.user(), role(e.role()).name(), "", e.begins(), e.ends(), null);
        };
    }

    private static CourseRole role(String role) {
        return switch (role) {
            case "student" -> CourseRole.LEARNER;
            case "teacher" -> CourseRole.INSTRUCTOR;
            default -> CourseRole.OTHER;
        };
    }

    /** What it says, apart from when: equal for records that say the same. */
    String said() {
        return Row.digest(String.join(WITHIN, Boolean.toString(active), first, second, word, title,
                String.valueOf(begins), String.valueOf(ends), String.valueOf(content)));
    }

    private static String written(Map<String, String> values) {
        return new TreeMap<>(values).entrySet().stream().map(one -> one.getKey() + WITHIN + one.getValue())
                .collect(Collectors.joining(BETWEEN));
    }

    static Map<String, String> values(String content) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : content.split(BETWEEN)) {
            int at = one.indexOf(WITHIN);
            if (at > 0) {
                values.put(one.substring(0, at), one.substring(at + 1));
            }
        }
        return values;
    }
}
