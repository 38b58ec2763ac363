// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.time.Instant;
import java.util.Set;

/**
 * A bearer token of a platform.
 *
 * @param value the secret itself
 * @param scopes what it was granted for
 * @param expiresAt by the platform's word
 */
public record AccessToken(String value, Set<String> scopes, Instant expiresAt) {
    @Override
    public String toString() {
        return "AccessToken[" + expiresAt + "]";
    }
}
