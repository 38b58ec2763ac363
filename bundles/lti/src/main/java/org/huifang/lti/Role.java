// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One role of the LIS vocabulary as a platform sent it, full URI or the bare word that is legal for context roles.
 *
 * @param uri the role as sent; unknown ones are kept
 * @param scope where the role holds
 * @param name the principal role, for example {@code Instructor}; the whole text when the scope is unknown
 * @param subRole the finer role, for example {@code TeachingAssistant}; null when none
 */
public record Role(String uri, Scope scope, String name, @Nullable String subRole) {
    /** Where a role holds. */
    public enum Scope {
        /** In the course of the launch. */
        CONTEXT,
        /** In the institution, whatever the course. */
        INSTITUTION,
        /** On the platform. */
        SYSTEM,
        /** Not of the vocabulary. */
        UNKNOWN
    }

    private static final Pattern URI = Pattern.compile("https?://purl\\.imsglobal\\.org/vocab/(?:"
            + "lis/v2/membership(?:/([A-Za-z]+))?#([A-Za-z]+)|lis/v2/institution/person#([A-Za-z]+)"
            + "|(?:lis/v2|lti)/system/person#([A-Za-z]+))");
    private static final Set<String> CONTEXT_ROLES = Set.of("Administrator", "ContentDeveloper", "Instructor",
            "Learner", "Mentor", "Manager", "Member", "Officer");
    private static final Set<String> HELPERS = Set.of("TeachingAssistant", "TeachingAssistantGroup",
            "TeachingAssistantOffering", "TeachingAssistantSection", "TeachingAssistantSectionAssociation",
            "TeachingAssistantTemplate", "Grader");
    private static final Set<String> TEACHERS = Set.of("PrimaryInstructor", "SecondaryInstructor", "Lecturer",
            "GuestInstructor", "ExternalInstructor");
    private static final Set<String> ADMINS = Set.of("Administrator", "SysAdmin", "AccountAdmin");

    /**
     * Reads a role of any quality.
     *
     * @param sent a URI, a bare word or anything else
     * @return the role; never fails
     */
    public static Role of(String sent) {
        Matcher m = URI.matcher(sent);
        if (!m.matches()) {
            return CONTEXT_ROLES.contains(sent)
                    ? new Role(sent, Scope.CONTEXT, sent, null)
                    : new Role(sent, Scope.UNKNOWN, sent, null);
        }
        if (m.group(3) != null) {
            return new Role(sent, Scope.INSTITUTION, m.group(3), null);
        }
        if (m.group(4) != null) {
            return new Role(sent, Scope.SYSTEM, m.group(4), null);
        }
        return m.group(1) == null
                ? new Role(sent, Scope.CONTEXT, m.group(2), null)
                : new Role(sent, Scope.CONTEXT, m.group(1), m.group(2));
    }

    /**
     * What this role alone gives in the course of the launch. A role of the institution or the system gives nothing
     * in a course, not even one named Instructor; an unknown sub-role gives nothing by itself.
     *
     * @return the power
     */
    public Power power() {
        return switch (scope) {
            case CONTEXT -> inContext();
            case INSTITUTION -> ADMINS.contains(name) ? Power.INSTITUTION_ADMIN : Power.NONE;
            case SYSTEM -> ADMINS.contains(name) ? Power.SYSTEM_ADMIN : Power.NONE;
            case UNKNOWN -> Power.NONE;
        };
    }

    private Power inContext() {
        return switch (name) {
            case "Instructor" -> subRole == null || TEACHERS.contains(subRole)
                    ? Power.INSTRUCTOR
                    : HELPERS.contains(subRole) ? Power.ASSISTANT : Power.NONE;
            case "Administrator" -> subRole == null || subRole.equals("Administrator")
                    ? Power.COURSE_ADMIN
                    : Power.NONE;
            case "Learner" -> Power.LEARNER;
            case "Mentor" -> Power.MENTOR;
            default -> Power.NONE;
        };
    }
}
