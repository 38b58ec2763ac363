// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;

/** Moodle's events in the archive's words. Views, sign-ins and messages say nothing that a file has a place for. */
record Events(Site site, Keys keys) {
    static final String ENROLLED = "\\core\\event\\user_enrolment_created";
    static final String ROLE_GIVEN = "\\core\\event\\role_assigned";
    private static final Meaning NOTHING = new Meaning.Nothing();
    /** Moodle's own number for whoever is not signed in. */
    private static final long GUEST = 1;
    private static final int COMPLETE = 1;
    private static final int PASSED = 2;

    Meaning of(LogRow row, Instant now) {
        if (row.hidden()) {
            return NOTHING;
        }
        if (row.event().equals("\\core\\event\\user_updated")) {
            return row.person() > GUEST ? new Meaning.PersonChanged(row.person()) : NOTHING;
        }
        if (!site.takes(row.course())) {
            return NOTHING;
        }
        if (row.event().equals("\\core\\event\\course_updated")) {
            return new Meaning.CourseChanged(row.course());
        }
        return row.person() > GUEST ? ofPerson(row, row.at().isAfter(now) ? now : row.at()) : NOTHING;
    }

    private Meaning ofPerson(LogRow row, Instant at) {
        long course = row.course();
        long person = row.person();
        return switch (row.event()) {
            case ENROLLED -> enrolled(row, row.role() == null ? CourseRole.LEARNER : site.role(row.role()), at);
            // of a whole school or a category: what it means for a course, the roster tells
            case ROLE_GIVEN -> row.object() == 0
                    ? new Meaning.RosterChanged(course, person)
                    : enrolled(row, site.role(row.object()), at);
            case "\\core\\event\\user_enrolment_deleted" -> left(row, at);
            case "\\core\\event\\user_enrolment_updated", "\\core\\event\\role_unassigned" ->
                new Meaning.RosterChanged(course, person);
            case "\\core\\event\\course_module_completion_updated" -> completed(row);
            case "\\core\\event\\course_completed" -> new Meaning.Said(
                    new Fact.CourseFinished(keys.course(course), keys.person(person), at), course, person);
            case "\\core\\event\\user_graded" -> graded(row);
            default -> NOTHING;
        };
    }

    private Meaning enrolled(LogRow row, CourseRole role, Instant at) {
        return new Meaning.Said(new Fact.Enrolled(keys.course(row.course()), keys.person(row.person()),
                Identity.UNKNOWN, role, at), row.course(), row.person());
    }

    /** Somebody may be enrolled in several ways, and is gone with the last. */
    private Meaning left(LogRow row, Instant at) {
        JsonNode last = row.said().at("/userenrolment/lastenrol");
        if (last.isMissingNode()) {
            return new Meaning.RosterChanged(row.course(), row.person());
        }
        return last.asBoolean()
                ? new Meaning.Said(new Fact.Left(keys.course(row.course()), keys.person(row.person()), at),
                        row.course(), row.person())
                : NOTHING;
    }

    private static Meaning completed(LogRow row) {
        int state = row.said().path("completionstate").asInt();
        return state == COMPLETE || state == PASSED
                ? new Meaning.Completed(row.course(), row.person(), row.module())
                : NOTHING;
    }

    /** What a teacher or a mass regrade changes is not the learner's doing. */
    private static Meaning graded(LogRow row) {
        long item = row.said().path("itemid").asLong();
        return item > 0 && row.user() == row.related() && !row.posing()
                ? new Meaning.Graded(row.course(), row.person(), item)
                : NOTHING;
    }
}
