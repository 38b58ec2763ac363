// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.identity;

import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;

/**
 * A member of staff who signs in with a password.
 *
 * @param id opaque, never reused
 * @param name what the person signs in with
 * @param displayName as colleagues see it
 * @param disabled a disabled account keeps its history and cannot sign in
 */
public record Account(TenantId tenant, UUID id, String name, String displayName, Set<Role> roles, boolean disabled) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
