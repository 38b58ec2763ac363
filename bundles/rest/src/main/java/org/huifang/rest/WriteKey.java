// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import jakarta.ws.rs.HeaderParam;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Idempotency-Key of a write, handed on to the services' own keys: so it counts once even when a node died between
 * the effect and the answer.
 */
public final class WriteKey {
    @HeaderParam("Idempotency-Key")
    private @Nullable String key;

    /** The same for the same caller and key. */
    public UUID of(Asker asker) {
        return UUID.nameUUIDFromBytes((asker.getName() + " " + Objects.requireNonNullElse(key, ""))
                .getBytes(StandardCharsets.UTF_8));
    }
}
