// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Set;
import org.huifang.api.identity.For;

/** Puts the role check before every method of every resource; one that names no role is open to nobody. */
final class RolesFeature implements DynamicFeature {
    private final StaffSignIn signIn;

    RolesFeature(StaffSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        For who = Parts.who(resource.getResourceClass(), resource.getResourceMethod());
        context.register(new RoleCheck(signIn, who == null ? Set.of() : Set.of(who.value())));
    }
}
