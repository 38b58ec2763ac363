// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.time.Duration;
import java.util.Set;

/** What became of a request for an access token. */
public sealed interface TokenAnswer {
    /** A token, opaque, shown this once. */
    record Granted(String token, Duration life, Set<Scope> scopes) implements TokenAnswer {
        public Granted {
            scopes = Set.copyOf(scopes);
        }

        /** Never shows the token. */
        @Override
        public String toString() {
            return "Granted[" + life + ", " + scopes + "]";
        }
    }

    /** {@code invalid_client}: whatever was wrong, for an unknown client as for a bad signature. */
    record InvalidClient() implements TokenAnswer {}

    /**
     * {@code invalid_client}, because of the client's own keys: its address answers none, or none of the id that the
     * assertion names.
     *
     * @param sentence for whoever runs the client
     */
    record KeyNotFound(String sentence) implements TokenAnswer {}

    /** {@code invalid_scope}: the client is who it says, and asks for more than it has. */
    record InvalidScope() implements TokenAnswer {}
}
