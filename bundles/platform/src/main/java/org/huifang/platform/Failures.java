// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import org.huifang.lti.service.ServiceFailure;

/** What went wrong with a platform's service, and what to mend, in one sentence for an admin. */
final class Failures {
    private Failures() {
    }

    static String sentence(ServiceFailure failure) {
        String mend = switch (failure.kind()) {
            case NOT_CONFIGURED -> "register the platform again with its token address";
            case ADDRESS_REFUSED -> "register the platform with addresses of this host, or let it use public https";
            case UNREACHABLE, PLATFORM_ERROR, TOO_MANY_REQUESTS, CONFLICT -> "it is tried again by itself";
            case TOKEN_DENIED -> "check the client id, and that the platform reaches /lti/jwks";
            case SCOPE_MISSING, FORBIDDEN -> "allow the tool the names and roles service on the platform";
            case UNAUTHORIZED -> "check the tool's keys on the platform";
            case NOT_FOUND -> "the course may be gone; launch from it again";
            case UNEXPECTED_ANSWER, FOREIGN_LINK, TOO_MUCH, NOT_OURS -> "report it to whoever runs the platform";
        };
        return "The platform gave no roster (" + failure.detail() + "): " + mend + ".";
    }
}
