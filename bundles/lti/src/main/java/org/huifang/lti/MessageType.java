// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Optional;

/** The messages this library verifies. Others are refused as {@link ReasonCode#UNSUPPORTED_MESSAGE}. */
public enum MessageType {
    /** A user opens the tool's link in a course. */
    RESOURCE_LINK("LtiResourceLinkRequest", true, true);

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
