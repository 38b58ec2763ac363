// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Learners' files. */
@Path("/learners")
@For({Role.AGENT, Role.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Component(service = LearnersResource.class, property = "osgi.jakartars.resource=true")
public final class LearnersResource {
    private final LearnerArchive archive;

    @Activate
    public LearnersResource(@Reference LearnerArchive archive) {
        this.archive = archive;
    }

    @GET
    public Response find(@QueryParam("search") @DefaultValue("") String search,
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue(Paged.LIMIT) int limit,
            @Context SecurityContext who, @Context UriInfo uri) {
        return Paged.answer(archive.find(Staff.tenant(who), search, after, Paged.limit(limit)), uri);
    }

    @GET
    @Path("{learner}")
    public LearnerFile file(@PathParam("learner") UUID learner, @Context SecurityContext who) {
        return archive.file(Staff.tenant(who), learner).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{learner}/timeline")
    public Response timeline(@PathParam("learner") UUID learner, @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Paged.LIMIT) int limit, @Context SecurityContext who,
            @Context UriInfo uri) {
        if (archive.file(Staff.tenant(who), learner).isEmpty()) {
            throw new NotFoundException();
        }
        return Paged.answer(archive.timeline(Staff.tenant(who), learner, after, Paged.limit(limit)), uri);
    }
}
