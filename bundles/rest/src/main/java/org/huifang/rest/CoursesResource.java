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
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Courses and who is in them. */
@Path("/courses")
@For({Role.AGENT, Role.SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Component(service = CoursesResource.class, property = "osgi.jakartars.resource=true")
public final class CoursesResource {
    private final LearnerArchive archive;

    @Activate
    public CoursesResource(@Reference LearnerArchive archive) {
        this.archive = archive;
    }

    @GET
    public Paged<Course> all(@Context SecurityContext who) {
        return new Paged<>(archive.courses(Staff.tenant(who)), null);
    }

    @GET
    @Path("{course}/roster")
    public Response roster(@PathParam("course") UUID course, @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue(Paged.LIMIT) int limit, @Context SecurityContext who,
            @Context UriInfo uri) {
        if (archive.course(Staff.tenant(who), course).isEmpty()) {
            throw new NotFoundException();
        }
        return Paged.answer(archive.roster(Staff.tenant(who), course, after, Paged.limit(limit)), uri);
    }
}
