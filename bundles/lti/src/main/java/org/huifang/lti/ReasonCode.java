// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Locale;

/**
 * Why a login or a launch was refused: the word for the audit log. Show the user one and the same page for all of
 * them, so that nobody can probe which issuers and keys are known.
 */
public enum ReasonCode {
    /** The header names no key. */
    KID_MISSING,
    /** The header names a key that the platform does not publish, also after a fresh look. */
    KID_UNKNOWN,
    /** The platform's key set cannot be read and nothing usable is cached. */
    KEYS_UNAVAILABLE,
    /** The LTI version is not 1.3.0. */
    VERSION,
    /** No LTI version. */
    VERSION_MISSING,
    /** A well signed token without any LTI claim. */
    NOT_LTI,
    /** Several required claims, or one that has no code of its own, are missing. */
    CLAIM_MISSING,
    /** The token is past its exp. */
    EXPIRED,
    /** The token was issued in the future or too long ago. */
    IAT,
    /** No message_type. */
    MESSAGE_TYPE,
    /** A message type that this tool does not serve. */
    UNSUPPORTED_MESSAGE,
    /** No roles claim; an empty array is legal and opens with least privilege. */
    ROLES,
    /** The deployment is missing, unknown, or not the one that the login named. */
    DEPLOYMENT,
    /** No resource_link.id. */
    RESOURCE_LINK,
    /** No sub, and the registration allows no anonymous launches. */
    SUB,
    /** The signature algorithm is not RS256, or the token is encrypted. */
    ALG,
    /** The header carries something that is never honoured: a key of its own, crit, b64, zip. */
    HEADER,
    /** The signature is wrong. */
    SIGNATURE,
    /** iss is not the registration's issuer. */
    ISSUER,
    /** aud does not hold the registration's client_id. */
    AUDIENCE,
    /** azp is another party, or missing where there are several audiences. */
    AZP,
    /** The nonce is missing or not the one of this login. */
    NONCE,
    /** This login was already used for a launch. */
    NONCE_REPLAYED,
    /** The state is missing, unknown or expired. */
    STATE,
    /** The state belongs to another browser. */
    STATE_FOREIGN,
    /** Longer than the cap; refused before parsing. */
    TOO_LARGE,
    /** Not readable as what it should be. */
    MALFORMED,
    /** The target link is missing or leads outside the tool. */
    TARGET_LINK_URI,
    /** No registration of that issuer and client, or more than one where the login names no client. */
    REGISTRATION_UNKNOWN,
    /** The registration is switched off. */
    REGISTRATION_DISABLED,
    /** A deep linking request without usable settings. */
    DEEP_LINKING,
    /** The message is for those who teach, and the user does not. */
    ROLE_FORBIDDEN,
    /** A submission review names nobody, or somebody else than the learner who asks. */
    FOR_USER,
    /** The token is no platform notice, or one without id. */
    NOTICE,
    /** The platform itself answered with an OIDC error instead of a token. */
    PLATFORM_ERROR;

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * The word for logs and audit rows.
     *
     * @return lower case with underscores, for example {@code kid_missing}; never changes
     */
    public String code() {
        return code;
    }
}
