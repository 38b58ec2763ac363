// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that waits for its launch: what the caller's {@link LoginStates} keeps. It holds no personal data beyond
 * what the platform puts into its message hint.
 *
 * @param state the unguessable key of the login, 43 characters
 * @param nonce what the id_token must repeat, 43 characters; it never leaves the server except through the platform
 * @param browserHash SHA-256 of the browser's secret, 43 characters; the secret itself is only in the cookie
 * @param registrationId the registration the login was started for
 * @param deploymentId the deployment the login named, which the launch must repeat; null when it named none
 * @param targetLinkUri the page asked for, inside the tool
 * @param messageHint the platform's lti_message_hint as sent; null when none
 * @param storageTarget the platform's lti_storage_target; null when it offers no storage
 * @param issuedAt when the login began
 * @param expiresAt when the row may be thrown away
 */
public record LoginState(String state, String nonce, String browserHash, String registrationId,
        @Nullable String deploymentId, String targetLinkUri, @Nullable String messageHint,
        @Nullable String storageTarget, Instant issuedAt, Instant expiresAt) {
    /**
     * The name of the cookie that binds a login to its browser: one per login, so that two launches side by side do
     * not overwrite each other's.
     *
     * @param state the state of the login, also when it came from an untrusted form
     * @return {@code lti-} and 22 characters that are legal in cookie names; put {@code __Host-} before it on https
     */
    public static String cookieName(String state) {
        return "lti-" + Secrets.hash(state).substring(0, 22);
    }

    @Override
    public String toString() {
        return "LoginState[" + registrationId + ", " + issuedAt + "]";
    }
}
