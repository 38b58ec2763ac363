// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A program that may use the API.
 *
 * @param name 1 to 40 of a-z, 0-9 and -; unique in its tenant for ever, because files say {@code hook:api-<name>} of what
 * it told
 * @param proof how it shows who it is
 * @param keysAt where it publishes its public keys, or null: they were given, or it has a static key
 * @param used when its key or a token of it was used last, to about ten minutes, or null
 * @param revoked since when it may do nothing any more, or null
 */
public record Client(TenantId tenant, UUID id, String name, Set<Scope> scopes, Proof proof, @Nullable URI keysAt,
        Instant added, @Nullable Instant used, @Nullable Instant revoked) {
    /** How a client shows who it is. */
    public enum Proof {
        /** A static key, sent with each request. */
        API_KEY,
        /** A private key of its own (RFC 7523), with which it fetches tokens that live for a quarter of an hour. */
        PRIVATE_KEY_JWT
    }

    public Client {
        scopes = Set.copyOf(scopes);
    }

    /** What OAuth calls the client id. */
    public String clientId() {
        return tenant + "." + id;
    }
}
