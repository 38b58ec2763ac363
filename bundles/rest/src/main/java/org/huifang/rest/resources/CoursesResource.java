// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
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
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Courses and who is in them. */
@Path("/courses")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.ARCHIVE_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = CoursesResource.class, property = "osgi.jakartars.resource=true")
public final class CoursesResource {
    private final LearnerArchive archive;

    @Activate
    public CoursesResource(@Reference LearnerArchive archive) {
        this.archive = archive;
    }

    @GET
    @Op("Lists the courses by title")
    public Page<Course> all(@Context SecurityContext who) {
        return new Page<>(archive.courses(Asker.tenant(who)), null);
    }

    @GET
    @Path("{course}")
    @Op("Reads one course")
    public Course one(@PathParam("course") UUID course, @Context SecurityContext who) {
        return archive.course(Asker.tenant(who), course).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{course}/roster")
    @Op("Lists the learners of a course by name")
    public Page<RosterEntry> roster(@PathParam("course") UUID course, @BeanParam Paging paging,
            @Context SecurityContext who) {
        one(course, who);
        return archive.roster(Asker.tenant(who), course, paging.after(), paging.limit());
    }
}
