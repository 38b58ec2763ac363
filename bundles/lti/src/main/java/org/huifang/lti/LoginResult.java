// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a login. */
public sealed interface LoginResult {
    /**
     * Send the browser to the platform: a plain 302 to {@code request.location()} together with a cookie
     * {@code cookieName=browserSecret}, {@code Secure; HttpOnly; SameSite=None; Partitioned; Path=/}.
     *
     * @param request the authentication request
     * @param cookieName the cookie's name, one per login
     * @param browserSecret the cookie's value: hand it to {@link LaunchVerifier#verify} again
     * @param state the state of the login, for platforms that keep it by postMessage
     * @param storageTarget lti_storage_target as the platform sent it, null when none
     * @param expiresAt when the login ends; the cookie need not live longer
     */
    record Redirect(AuthenticationRequest request, String cookieName, String browserSecret, String state,
            @Nullable String storageTarget, Instant expiresAt) implements LoginResult {
        @Override
        public String toString() {
            return "Redirect[" + request.endpoint() + "]";
        }
    }

    /**
     * Nothing was stored; answer with one page that is the same for all reasons.
     *
     * @param reason for the audit log
     * @param detail for the log: what was wrong, without personal data and without values from the request
     */
    record Refused(ReasonCode reason, String detail) implements LoginResult {}
}
