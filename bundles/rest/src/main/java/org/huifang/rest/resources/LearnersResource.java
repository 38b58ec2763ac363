// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Standing;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Order;
import org.huifang.api.segment.Segments;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Learners' files. */
@Path("/learners")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.ARCHIVE_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = LearnersResource.class, property = "osgi.jakartars.resource=true")
public final class LearnersResource {
    private final LearnerArchive archive;
    private final Segments segments;
    private final Consents consents;
    private final InstantSource clock;

    @Activate
    public LearnersResource(@Reference LearnerArchive archive, @Reference Segments segments,
            @Reference Consents consents, @Reference InstantSource clock) {
        this.archive = archive;
        this.segments = segments;
        this.consents = consents;
        this.clock = clock;
    }

    @GET
    @Op("Lists files by name, or those that a search and a filter find")
    public Page<LearnerSummary> find(@QueryParam("search") @DefaultValue("") String search,
            @QueryParam("course") @Nullable UUID course, @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("tag") @Nullable String tag, @BeanParam Paging paging, @Context SecurityContext who) {
        TenantId tenant = Asker.tenant(who);
        List<Condition> filter = new ArrayList<>();
        if (course != null || stage != null) {
            filter.add(new Condition.InCourse(course, null, stage, 0, 100));
        }
        if (tag != null) {
            filter.add(new Condition.Wears(tag));
        }
        if (filter.isEmpty()) {
            return archive.find(tenant, search, paging.after(), paging.limit());
        }
        Page<Listed> found = segments.find(tenant, new Condition.All(filter), search, Order.NAME, paging.after(),
                paging.limit());
        return new Page<>(found.items().stream()
                .map(one -> new LearnerSummary(one.id(), one.name(), one.courses(), one.lastActivity())).toList(),
                found.next());
    }

    @GET
    @Path("{learner}")
    @Op("Reads one file: values with their sources, enrolments, keys. Members of staff read numbers, addresses and ids masked, or with a reason (call, check, asked, other) in full, which the learner sees")
    public LearnerFile file(@PathParam("learner") UUID learner, @QueryParam("reason") @Nullable String reason,
            @Context SecurityContext who) {
        return new Reveal(archive, clock, who, reason).of(known(learner, who));
    }

    private LearnerFile known(UUID learner, SecurityContext who) {
        return archive.file(Asker.tenant(who), learner).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{learner}/timeline")
    @Op("Lists what happened to a learner, newest first; for members of staff masked as the file is, or with a reason in full")
    public Page<TimelineEntry> timeline(@PathParam("learner") UUID learner, @BeanParam Paging paging,
            @QueryParam("reason") @Nullable String reason, @Context SecurityContext who) {
        known(learner, who);
        return new Reveal(archive, clock, who, reason)
                .of(archive.timeline(Asker.tenant(who), learner, paging.after(), paging.limit()), learner);
    }

    @GET
    @Path("{learner}/consents")
    @Op("Lists what a learner may be contacted for now, by purpose and channel")
    public Page<Standing> consents(@PathParam("learner") UUID learner, @Context SecurityContext who) {
        known(learner, who);
        return new Page<>(consents.current(Asker.tenant(who), learner, clock.instant()), null);
    }

    @GET
    @Path("{learner}/consents/ledger")
    @Op("Lists every consent and withdrawal that a learner ever said, newest first")
    public Page<ConsentEntry> said(@PathParam("learner") UUID learner, @BeanParam Paging paging,
            @Context SecurityContext who) {
        known(learner, who);
        return consents.ledger(Asker.tenant(who), learner, paging.after(), paging.limit());
    }
}
