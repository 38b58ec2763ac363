// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Revisits;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is owed and what became of it. */
@Path("/ledger")
@For(Role.SUPERVISOR)
@Needs(Scope.REVISIT_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = LedgerResource.class, property = "osgi.jakartars.resource=true")
public final class LedgerResource {
    private final Revisits revisits;

    @Activate
    public LedgerResource(@Reference Revisits revisits) {
        this.revisits = revisits;
    }

    @GET
    @Op("Counts everything that is owed, and what became of it, by course and step")
    public Ledger ledger(@QueryParam("course") @Nullable UUID course, @Context SecurityContext who) {
        return revisits.ledger(Asker.tenant(who), course);
    }
}
