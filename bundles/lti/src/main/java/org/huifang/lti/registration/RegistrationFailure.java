// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.util.Locale;

/** Why a registration came to nothing: the word for the audit log and for the page of the administrator. */
public enum RegistrationFailure {
    /** openid_configuration is missing or no web address. */
    ADDRESS_MALFORMED,
    /** The egress policy forbids an address: an administrator must allow it. */
    ADDRESS_REFUSED,
    /** No answer, none in time, or one over the cap. */
    UNREACHABLE,
    /** The address does not give a readable configuration. */
    CONFIGURATION_UNREADABLE,
    /** The configuration lacks an issuer or an endpoint, or has one that is no web address. */
    CONFIGURATION_INCOMPLETE,
    /** The issuer's host is not the host that the configuration was read from. */
    ISSUER_FOREIGN,
    /** The registration would be sent to another host than the configuration came from. */
    ENDPOINT_FOREIGN,
    /** The platform cannot sign id_tokens with RS256 or take signed assertions. */
    NOT_COMPATIBLE,
    /** 401 or 403: the token is used up, too old, or missing. */
    TOKEN_REFUSED,
    /** 400 or 422: the platform does not like what the tool says of itself. */
    DECLINED,
    /** 5xx, 429 or an unexpected status. */
    PLATFORM_ERROR,
    /** The platform's answer names no client_id, or one that is not usable. */
    ANSWER_UNREADABLE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * The word for logs and audit rows.
     *
     * @return lower case with underscores, for example {@code issuer_foreign}; never changes
     */
    public String code() {
        return code;
    }
}
