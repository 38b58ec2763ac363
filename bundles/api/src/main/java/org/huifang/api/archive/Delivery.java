// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.List;
import org.huifang.api.TenantId;

/**
 * Facts that are recorded all or none, and once however often they are delivered.
 *
 * @param source who delivers: {@code platform:<uuid>}, {@code hook:<name>}, {@code revisit}
 * @param key the idempotency key within tenant and source, 1 to 255 characters
 */
public record Delivery(TenantId tenant, String source, String key, List<Fact> facts) {
    public Delivery {
        if (source.isEmpty() || key.isEmpty() || source.length() > 100 || key.length() > 255) {
            throw new IllegalArgumentException("source has 1 to 100 characters and key 1 to 255");
        }
        facts = List.copyOf(facts);
    }
}
