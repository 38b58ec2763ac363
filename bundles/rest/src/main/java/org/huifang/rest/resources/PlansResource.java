// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlanVersion.Status;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.Plans;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is called on when. */
@Path("/plans")
@For(Role.SUPERVISOR)
@Needs(Scope.REVISIT_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = PlansResource.class, property = "osgi.jakartars.resource=true")
public final class PlansResource {
    static final String EXAMPLE = """
            {"name": "Chinese for adults", "steps": [{"code": "first", "name": "", "kind": "CALL", "anchor": "START",
            "value": 0, "opensAfter": 1, "dueAfter": 3, "minutes": 10, "notice": true}]}""";
    private static final int MOST_STEPS = 100;

    /**
     * A plan as it is written.
     *
     * @param name at most 120 characters; may be empty
     * @param course for learners of this course only, or all when left out
     * @param tag for learners who wear this tag only, or all when left out
     * @param steps at most 100, no two with one code
     */
    public record NewPlan(String name, @Nullable UUID course, @Nullable String tag, List<PlannedStep> steps) {
        public NewPlan {
            if (name.length() > 120 || tag != null && tag.isBlank()) {
                throw new IllegalArgumentException("a name has at most 120 characters, and a tag at least one");
            }
            if (steps.size() > MOST_STEPS
                    || steps.stream().map(PlannedStep::code).distinct().count() < steps.size()) {
                throw new IllegalArgumentException("a plan has at most 100 steps, no two with one code");
            }
            steps = List.copyOf(steps);
        }

        void check(LearnerArchive archive, TenantId tenant) {
            if (course != null && archive.course(tenant, course).isEmpty()) {
                throw Refusal.body("/course", "is no course here");
            }
        }
    }

    /** Why a plan ends. @param note 1 to 500 characters, shown as the reason */
    public record Stop(String note) {
        public Stop {
            note = note.strip();
            if (note.isEmpty() || note.length() > 500) {
                throw new IllegalArgumentException("a note has 1 to 500 characters");
            }
        }
    }

    private final Plans plans;
    private final LearnerArchive archive;

    @Activate
    public PlansResource(@Reference Plans plans, @Reference LearnerArchive archive) {
        this.plans = plans;
        this.archive = archive;
    }

    @GET
    @Op("Lists the plans, each as it is live or else in its newest version")
    public Page<PlanVersion> all(@Context SecurityContext who) {
        return new Page<>(plans.all(Asker.tenant(who)), null);
    }

    @GET
    @Path("{plan}")
    @Op("Lists all versions of a plan, newest first")
    public Page<PlanVersion> versions(@PathParam("plan") UUID plan, @Context SecurityContext who) {
        List<PlanVersion> versions = plans.versions(Asker.tenant(who), plan);
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        return new Page<>(versions, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.REVISIT_WRITE)
    @Op(value = "Begins a plan with a draft; nobody is owed anything by it before it is published", status = 201, gives = PlanVersion.class, body = EXAMPLE)
    public Response create(NewPlan plan, @Context SecurityContext who, @Context UriInfo uri) {
        TenantId tenant = Asker.tenant(who);
        plan.check(archive, tenant);
        PlanVersion draft = plans.create(tenant, plan.name(), plan.course(), plan.tag(), plan.steps());
        return Response.created(uri.getBaseUriBuilder().path("plans").path(draft.plan().toString()).path("draft")
                .build()).entity(draft).build();
    }

    @POST
    @Path("{plan}/undo")
    @Needs(Scope.REVISIT_WRITE)
    @Op("Takes the last publishing back, as long as nothing that it added or moved has fallen due; what was published is a draft again, and a draft that was begun since is gone")
    public PlanVersion undo(@PathParam("plan") UUID plan, @Context SecurityContext who) {
        versions(plan, who);
        if (!plans.undo(Asker.tenant(who), plan, Asker.of(who).id())) {
            throw Refusal.conflict("There is nothing to take back, or something of it has fallen due.");
        }
        return versions(plan, who).items().getFirst();
    }

    @POST
    @Path("{plan}/stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.REVISIT_WRITE)
    @Op(value = "Stops a plan: what is not settled of it is exempt, and its learners move to the next plan that fits", body = "{\"note\": \"The course is over\"}")
    public PlanVersion stop(@PathParam("plan") UUID plan, Stop stop, @Context SecurityContext who) {
        PlanVersion live = versions(plan, who).items().stream().filter(one -> one.status() == Status.LIVE).findFirst()
                .orElseThrow(() -> Refusal.conflict("Only a plan that is live can be stopped."));
        plans.stop(Asker.tenant(who), plan, Asker.of(who).id(), stop.note());
        return versions(plan, who).items().stream().filter(one -> one.version() == live.version()).findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
