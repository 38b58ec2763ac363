// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platforms;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may send hooks. */
@Path("/hook-sources")
@For(Role.ADMIN)
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = HookSourcesResource.class, property = "osgi.jakartars.resource=true")
public final class HookSourcesResource {
    /** A source by name; its secrets are never read again. */
    public record Source(String name) {}

    /** @param platform whose users and courses its hooks speak of; a world of its own when left out */
    public record NewSource(String name, @Nullable UUID platform) {
        public NewSource {
            if (!name.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("a name has 1 to 40 of a-z, 0-9 and -");
            }
        }
    }

    /** @param secret to sign with, by Standard Webhooks; shown this once */
    public record Added(String name, String secret) {}

    private final HookSources sources;
    private final Platforms platforms;

    @Activate
    public HookSourcesResource(@Reference HookSources sources, @Reference Platforms platforms) {
        this.sources = sources;
        this.platforms = platforms;
    }

    @GET
    @Op("Lists the senders of hooks")
    public Page<Source> all(@Context SecurityContext who) {
        return new Page<>(sources.names(Asker.tenant(who)).stream().map(Source::new).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Adds a sender of hooks, and shows its secret this once", status = 201, gives = Added.class, body = "{\"name\": \"shop\"}")
    public Response add(NewSource source, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        if (source.platform() != null && platforms.find(asker.tenant(), source.platform()).isEmpty()) {
            throw Refusal.body("/platform", "is no platform of yours");
        }
        try {
            return Response.status(201)
                    .entity(new Added(source.name(), sources.add(asker.tenant(), source.name(), source.platform())))
                    .header("Cache-Control", "no-store").build();
        } catch (IllegalArgumentException e) {
            throw Refusal.conflict("This name is taken: choose another.");
        }
    }
}
