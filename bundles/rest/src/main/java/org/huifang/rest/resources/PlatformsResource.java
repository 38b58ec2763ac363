// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The course platforms that launch Huifang. */
@Path("/platforms")
@For(Role.ADMIN)
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = PlatformsResource.class, property = "osgi.jakartars.resource=true")
public final class PlatformsResource {
    private final Platforms platforms;

    @Activate
    public PlatformsResource(@Reference Platforms platforms) {
        this.platforms = platforms;
    }

    @GET
    @Op("Lists the registered platforms")
    public Page<Platform> all(@Context SecurityContext who) {
        return new Page<>(platforms.all(Asker.tenant(who)), null);
    }

    @GET
    @Path("{platform}")
    @Op("Reads one registration")
    public Platform one(@PathParam("platform") UUID platform, @Context SecurityContext who) {
        return platforms.find(Asker.tenant(who), platform).orElseThrow(NotFoundException::new);
    }
}
