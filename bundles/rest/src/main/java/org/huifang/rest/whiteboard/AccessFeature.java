// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;
import org.huifang.api.access.Needs;
import org.huifang.api.identity.For;

/** Puts the check before every method of every resource; one that names nobody is open to nobody. The description is. */
final class AccessFeature implements DynamicFeature {
    private final StaffSignIn staff;
    private final ClientSignIn clients;

    AccessFeature(StaffSignIn staff, ClientSignIn clients) {
        this.staff = staff;
        this.clients = clients;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass() == ContractResource.class) {
            return;
        }
        For who = Parts.who(resource.getResourceClass(), resource.getResourceMethod());
        Needs scope = Parts.scope(resource.getResourceClass(), resource.getResourceMethod());
        context.register(new AccessCheck(staff, clients, who == null ? Set.of() : Set.of(who.value()),
                scope == null ? null : scope.value()));
    }
}
