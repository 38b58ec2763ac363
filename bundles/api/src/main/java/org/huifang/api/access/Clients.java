// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The clients of each tenant. Keys and tokens are kept as SHA-256 only. Thread-safe; what returned is committed, so a
 * revoked client is refused from then on.
 */
@ProviderType
public interface Clients {
    /** What was added. @param key the static key, which is shown this once; null for a client with a key pair */
    record Added(Client client, @Nullable String key) {
        /** Never shows the key. */
        @Override
        public String toString() {
            return "Added[" + client + "]";
        }
    }

    /** All that ever were, by name. */
    List<Client> all(TenantId tenant);

    /**
     * Adds a client.
     *
     * @param jwks its public keys as a JSON Web Key Set (RFC 7517), or null for one with a static key
     * @throws IllegalArgumentException when the name does not do or is taken, there is no scope, or the keys are no
     * public keys for RS256, ES256 or EdDSA; the message says which
     */
    Added add(TenantId tenant, String name, Set<Scope> scopes, @Nullable String jwks);

    /**
     * Adds a client that publishes its public keys itself, and may change them: each is read when it is first used, and
     * again as {@code org.huifang.lti.JwksRules.STANDARD} says.
     *
     * @param keysAt an address that answers a JSON Web Key Set in which each key has an id
     * @param inside whether the address may be one of the own network, and without https: for the operator to say, not
     * for a view
     * @throws IllegalArgumentException as {@link #add(TenantId, String, Set, String)}, or when the address does not do
     */
    Added add(TenantId tenant, String name, Set<Scope> scopes, URI keysAt, boolean inside);

    /** Ends a client with its key and all its tokens; again does nothing. False when there is none. */
    boolean revoke(TenantId tenant, UUID id);

    /**
     * Who sends this static key or access token. Unknown, wrong, expired and revoked all answer empty, and take the same
     * work.
     */
    Optional<Caller> caller(String bearer);

    /**
     * Gives an access token for a signed assertion: OAuth 2.0 client credentials (RFC 6749 section 4.4) with
     * {@code private_key_jwt} (RFC 7523). An assertion names the client as issuer and subject, the token endpoint or this
     * installation as audience, ends within five minutes and is good once.
     *
     * @param scope what is asked for, separated by spaces; empty for all that the client has
     */
    TokenAnswer exchange(String assertion, String scope);
}
