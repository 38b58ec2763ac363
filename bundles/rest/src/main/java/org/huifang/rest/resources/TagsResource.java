// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tag;
import org.huifang.api.archive.Tags;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags that a file wears. */
@Path("/learners/{learner}/tags")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.ARCHIVE_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = TagsResource.class, property = "osgi.jakartars.resource=true")
public final class TagsResource {
    private final LearnerArchive archive;
    private final Tags tags;
    private final InstantSource clock;

    @Activate
    public TagsResource(@Reference LearnerArchive archive, @Reference Tags tags, @Reference InstantSource clock) {
        this.archive = archive;
        this.tags = tags;
        this.clock = clock;
    }

    @GET
    @Op("Lists the tags that a file wears")
    public Page<Tag> worn(@PathParam("learner") UUID learner, @Context SecurityContext who) {
        check(learner, who);
        return new Page<>(tags.of(Asker.tenant(who), List.of(learner)).getOrDefault(learner, List.of()), null);
    }

    @PUT
    @Path("{tag}")
    @Needs(Scope.ARCHIVE_WRITE)
    @Op(value = "Puts a tag on a file; doing so twice is doing so once", status = 204)
    public void putOn(@PathParam("learner") UUID learner, @PathParam("tag") String tag, @Context SecurityContext who) {
        say(learner, tag, true, who);
    }

    @DELETE
    @Path("{tag}")
    @Needs(Scope.ARCHIVE_WRITE)
    @Op(value = "Takes a tag off a file; one that it does not wear stays off", status = 204)
    public void takeOff(@PathParam("learner") UUID learner, @PathParam("tag") String tag,
            @Context SecurityContext who) {
        say(learner, tag, false, who);
    }

    private void say(UUID learner, String tag, boolean on, SecurityContext who) {
        check(learner, who);
        Asker asker = Asker.of(who);
        boolean worn = worn(learner, who).items().stream().anyMatch(one -> one.name().equals(tag));
        if (worn != on) {
            archive.record(new Delivery(asker.tenant(), asker.source(), UUID.randomUUID().toString(),
                    List.of(new Fact.Tagged(learner, tag, on, asker.author(), clock.instant()))));
        }
    }

    private void check(UUID learner, SecurityContext who) {
        if (archive.file(Asker.tenant(who), learner).isEmpty()) {
            throw new NotFoundException();
        }
    }
}
