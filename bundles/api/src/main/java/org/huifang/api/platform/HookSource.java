// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A sender of hooks or events.
 *
 * @param name in the URL, {@code /hooks/<name>}; 1 to 40 of a-z, 0-9 and -
 * @param platform whose users and courses it speaks of; null when it is a world of its own
 * @param keys the secrets or tokens that are valid, newest first; two while rotating
 * @param kind how it proves who it is, and so how far it is believed
 */
public record HookSource(TenantId tenant, String name, @Nullable UUID platform, List<byte[]> keys, Kind kind) {
    /** What a sender can do, and so what it may do. */
    public enum Kind {
        /** Signs each hook by Standard Webhooks; what it says is recorded. */
        SIGNED,
        /** Shows a token that never changes and signs nothing: its hooks are hints to read the truth again. */
        TOKEN,
        /** Shows a bearer token at the doors for learning events, Caliper and xAPI; what it says is recorded. */
        EVENTS,
        /** A data stream of Canvas, signed by Instructure; its one key is the account that it must be of. */
        CANVAS
    }

    public HookSource {
        keys = List.copyOf(keys);
    }

    /** One that signs. */
    public HookSource(TenantId tenant, String name, @Nullable UUID platform, List<byte[]> keys) {
        this(tenant, name, platform, keys, Kind.SIGNED);
    }

    /** Under which its users and courses are known to the archive. */
    public String speaksFor() {
        return platform == null ? "hook:" + name : "platform:" + platform;
    }

    /** Never shows the keys. */
    @Override
    public String toString() {
        return "HookSource[" + tenant + "/" + name + "]";
    }
}
