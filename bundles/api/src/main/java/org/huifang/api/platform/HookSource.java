// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A sender of signed hooks.
 *
 * @param name in the URL, {@code /hooks/<name>}; 1 to 40 of a-z, 0-9 and -
 * @param platform whose users and courses its hooks speak of; null when it is a world of its own
 * @param keys the secrets that a signature may be made with, newest first; two while rotating
 */
public record HookSource(TenantId tenant, String name, @Nullable UUID platform, List<byte[]> keys) {
    public HookSource {
        keys = List.copyOf(keys);
    }

    /** Never shows the keys. */
    @Override
    public String toString() {
        return "HookSource[" + tenant + "/" + name + "]";
    }
}
