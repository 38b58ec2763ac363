// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.History;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hash chain over all facts, for whoever keeps its anchors outside. */
@Path("/history")
@For({Role.SUPERVISOR, Role.ADMIN})
@Needs(Scope.ARCHIVE_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = HistoryResource.class, property = "osgi.jakartars.resource=true")
public final class HistoryResource {
    private final History history;

    @Activate
    public HistoryResource(@Reference History history) {
        this.history = history;
    }

    @GET
    @Op("Tells how the hash chain over all facts stands, and what its last check found")
    public History.State state(@Context SecurityContext who) {
        return history.state(Asker.tenant(who));
    }

    @GET
    @Path("anchors")
    @Op("Lists the end of the hash chain on each day, newest first: kept outside, they show later that nothing before them was changed")
    public Page<History.Anchor> anchors(@BeanParam Paging paging, @Context SecurityContext who) {
        return history.anchors(Asker.tenant(who), paging.after(), paging.limit());
    }
}
