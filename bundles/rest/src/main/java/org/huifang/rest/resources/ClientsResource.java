// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.DELETE;
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
import org.huifang.api.access.Client;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The programs that use this API. New ones are added by an admin's command, so that a stolen key makes no others. */
@Path("/clients")
@For(Role.ADMIN)
@Needs(Scope.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ClientsResource.class, property = "osgi.jakartars.resource=true")
public final class ClientsResource {
    private final Clients clients;

    @Activate
    public ClientsResource(@Reference Clients clients) {
        this.clients = clients;
    }

    @GET
    @Op("Lists the clients of the API, also those that were revoked")
    public Page<Client> all(@Context SecurityContext who) {
        return new Page<>(clients.all(Asker.tenant(who)), null);
    }

    @DELETE
    @Path("{client}")
    @Op(value = "Revokes a client: its key and its tokens end at once", status = 204)
    public void revoke(@PathParam("client") UUID client, @Context SecurityContext who) {
        if (!clients.revoke(Asker.tenant(who), client)) {
            throw new NotFoundException();
        }
    }
}
