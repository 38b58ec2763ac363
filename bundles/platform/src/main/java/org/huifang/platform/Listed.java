// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Identity;
import org.huifang.lti.service.Member;

/** What a roster says about one member, in the archive's words. */
record Listed(CourseRole role, Identity identity) {
    static Listed of(Member member) {
        return new Listed(Powers.courseRole(member.roles()),
                Identity.of(Powers.name(member.name(), member.givenName(), member.familyName()), member.email()));
    }
}
