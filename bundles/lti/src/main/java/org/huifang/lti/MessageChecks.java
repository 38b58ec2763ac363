// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.huifang.lti.egress.Egress;

/** What single messages demand beyond the claims that all have. */
final class MessageChecks {
    private static final Set<String> PLACING = Set.of("ContentDeveloper", "Manager");

    private MessageChecks() {
    }

    static void of(LtiLaunch launch, Registration registration) throws Refusal {
        switch (launch.messageType()) {
            case DEEP_LINKING -> deepLinking(launch, registration);
            case SUBMISSION_REVIEW -> review(launch);
            case ASSET_PROCESSOR_SETTINGS -> Refusal.unless(launch.power().staff(), ReasonCode.ROLE_FORBIDDEN,
                    "only those who teach set a processor up");
            case REPORT_REVIEW -> ownUnlessStaff(launch);
            case RESOURCE_LINK, EULA -> {
                // the claims that all messages have are enough
            }
        }
    }

    private static void deepLinking(LtiLaunch launch, Registration registration) throws Refusal {
        Refusal.unless(mayPlace(launch.roles()), ReasonCode.ROLE_FORBIDDEN, "a learner asks for deep linking");
        DeepLinkingSettings settings = launch.deepLinking();
        if (settings == null) {
            throw new Refusal(ReasonCode.DEEP_LINKING,
                    "no settings, or none with return_url, accept_types and presentation targets");
        }
        URI back = settings.returnUrl();
        Refusal.unless(
                "https".equalsIgnoreCase(back.getScheme())
                        || Egress.sameOrigin(back, registration.authorizationEndpoint()),
                ReasonCode.DEEP_LINKING, "the return address is neither https nor the platform's own origin");
    }

    /** The specification makes roles optional here; whoever has some needs one that teaches or administers. */
    private static boolean mayPlace(Roles roles) {
        return roles.all().isEmpty() || !roles.testUser() && (roles.power().staff()
                || roles.power() == Power.INSTITUTION_ADMIN || roles.power() == Power.SYSTEM_ADMIN
                || roles.power() == Power.NONE && roles.all().stream()
                        .anyMatch(r -> r.scope() == Role.Scope.CONTEXT && PLACING.contains(r.name())));
    }

    private static void review(LtiLaunch launch) throws Refusal {
        AssignmentAndGradesClaim grades = launch.assignmentAndGrades();
        Refusal.unless(grades != null && grades.lineItem() != null, ReasonCode.CLAIM_MISSING,
                "a submission review without a line item");
        Refusal.unless(launch.forUser() != null, ReasonCode.FOR_USER, "a submission review of nobody");
        ownUnlessStaff(launch);
    }

    private static void ownUnlessStaff(LtiLaunch launch) throws Refusal {
        ForUser whose = launch.forUser();
        Refusal.unless(
                launch.power().staff() || whose == null || Objects.equals(launch.user().subject(), whose.userId()),
                ReasonCode.FOR_USER, "a learner may look at their own work only");
    }
}
