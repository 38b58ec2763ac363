// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

/** What came of asking for a token. */
public sealed interface TokenResult {
    /**
     * A token with all scopes that were asked for.
     *
     * @param token fresh or from the cache
     */
    record Granted(AccessToken token) implements TokenResult {}

    /**
     * No token; failures are not cached.
     *
     * @param failure why
     */
    record Failed(ServiceFailure failure) implements TokenResult {}
}
