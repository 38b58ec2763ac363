// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets one platform register itself.
 *
 * @param address what is pasted into the platform; null after it was told once
 * @param platform whom it is for; null for any public platform
 * @param approved whether that platform needs no approval afterwards
 */
public record Invitation(UUID id, @Nullable URI address, @Nullable URI platform, boolean approved, Instant ends) {
    /** Never shows the address, which is a secret. */
    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
