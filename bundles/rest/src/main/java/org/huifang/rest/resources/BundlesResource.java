// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.Installer;
import org.huifang.rest.Op;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is installed, and whether it works. */
@Path("/bundles")
@For(Role.ADMIN)
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = BundlesResource.class, property = "osgi.jakartars.resource=true")
public final class BundlesResource {
    /** @param waiting what does not work as it should; nothing when all is well */
    public record Health(boolean well, List<InstalledBundle> waiting) {}

    private final Installer installer;

    @Activate
    public BundlesResource(@Reference Installer installer) {
        this.installer = installer;
    }

    @GET
    @Op("Lists the parts of Huifang and the add-ons, without libraries")
    public Page<InstalledBundle> all() {
        return new Page<>(ours().toList(), null);
    }

    @GET
    @Path("health")
    @Op("Tells whether every part works, and which ones wait for what")
    public Health health() {
        List<InstalledBundle> waiting = ours().filter(one -> one.state() != InstalledBundle.State.WORKING).toList();
        return new Health(waiting.isEmpty(), waiting);
    }

    private Stream<InstalledBundle> ours() {
        return Stream.concat(installer.features().stream().flatMap(feature -> feature.bundles().stream()),
                installer.bundles().stream()).filter(InstalledBundle::ours);
    }
}
