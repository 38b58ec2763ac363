// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;

/**
 * A client that has shown who it is.
 *
 * @param tenant the only one whose data it may see
 * @param scopes what this key or token allows, which may be less than the client has
 */
public record Caller(TenantId tenant, UUID client, String name, Set<Scope> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
