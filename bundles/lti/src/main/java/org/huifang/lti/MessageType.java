// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Optional;

/**
 * The messages this library verifies. Which of them a tool serves is said in {@link LaunchRules#serves()}; all others
 * are refused as {@link ReasonCode#UNSUPPORTED_MESSAGE}.
 */
public enum MessageType {
    /** A user opens the tool's link in a course. */
    RESOURCE_LINK("LtiResourceLinkRequest", true, true),
    /** A teacher chooses what to place in a course: see {@link LtiLaunch#deepLinking()}. */
    DEEP_LINKING("LtiDeepLinkingRequest", false, false),
    /** Somebody looks at what a learner handed in: see {@link LtiLaunch#forUser()}. */
    SUBMISSION_REVIEW("LtiSubmissionReviewRequest", true, false),
    /** A teacher sets an asset processor up: see {@link LtiLaunch#assets()}. */
    ASSET_PROCESSOR_SETTINGS("LtiAssetProcessorSettingsRequest", true, false),
    /** Somebody reads the report of an asset processor: see {@link LtiLaunch#assets()}. */
    REPORT_REVIEW("LtiReportReviewRequest", true, false),
    /** A user is to accept the tool's terms: see {@link LtiLaunch#assets()}. */
    EULA("LtiEulaRequest", false, false);

    private final String claim;
    private final boolean needsRoles;
    private final boolean needsResourceLink;

    MessageType(String claim, boolean needsRoles, boolean needsResourceLink) {
        this.claim = claim;
        this.needsRoles = needsRoles;
        this.needsResourceLink = needsResourceLink;
    }

    /**
     * The value of the message_type claim.
     *
     * @return for example {@code LtiResourceLinkRequest}
     */
    public String claim() {
        return claim;
    }

    boolean needsRoles() {
        return needsRoles;
    }

    boolean needsResourceLink() {
        return needsResourceLink;
    }

    static Optional<MessageType> of(String claim) {
        for (MessageType type : values()) {
            if (type.claim.equals(claim)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
