// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.events.DeadLetters;
import org.huifang.api.events.Endpoints;
import org.huifang.api.events.Sequences;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.SourceKeeping;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** What the parts of this view work with. */
record Desk(SourceKeeping sources, Platforms platforms, DeadLetters letters, Sequences sequences,
        UnmappedEvents unmapped, Endpoints endpoints) {
    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    /** As it calls itself; "" for none. */
    String platform(@Nullable UUID id) {
        return id == null ? "" : platforms.find(tenant(), id).map(Platform::issuer).orElse("");
    }
}
