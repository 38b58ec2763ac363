// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.identity.Role;
import org.huifang.lti.Power;
import org.huifang.lti.Roles;
import org.jspecify.annotations.Nullable;

/** From LTI's roles to Huifang's, least privilege where they leave it open: assistants and mentors get nothing yet. */
final class Powers {
    private Powers() {
    }

    static Set<Role> roles(Roles lti) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (teaches(lti)) {
            roles.add(Role.INSTRUCTOR);
        }
        if (lti.powers().contains(Power.LEARNER)) {
            roles.add(Role.LEARNER);
        }
        return roles;
    }

    static boolean teaches(Roles lti) {
        return lti.powers().contains(Power.INSTRUCTOR) || lti.powers().contains(Power.COURSE_ADMIN);
    }

    /** Who teaches is no learner, also when the platform says both. */
    static CourseRole courseRole(Roles lti) {
        return switch (lti.power()) {
            case INSTRUCTOR -> CourseRole.INSTRUCTOR;
            case LEARNER -> CourseRole.LEARNER;
            default -> CourseRole.OTHER;
        };
    }

    static @Nullable String name(@Nullable String full, @Nullable String given, @Nullable String family) {
        if (full != null) {
            return full;
        }
        String parts = Stream.of(given, family).filter(p -> p != null).collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }
}
