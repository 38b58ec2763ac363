// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huifang.api.TenantId;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PastSteps.How;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlanVersion.Status;
import org.huifang.api.revisit.Plans;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.huifang.rest.Version;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The draft of a plan: written, looked at, published. It changes nothing before. */
@Path("/plans/{plan}/draft")
@For(Role.SUPERVISOR)
@Needs(Scope.REVISIT_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = PlanDraftResource.class, property = "osgi.jakartars.resource=true")
public final class PlanDraftResource {
    /**
     * What publishing goes by.
     *
     * @param preview the token of the preview that was looked at, at most ten minutes ago
     * @param past what was chosen for the preview; SKIP when left out
     * @param days likewise, with SPREAD
     * @param note why, in a line of at most 500 characters
     */
    public record Publication(String preview, @Nullable How past, @Nullable Integer days, @Nullable String note) {
        public Publication {
            if (note != null && note.length() > 500) {
                throw new IllegalArgumentException("a note has at most 500 characters");
            }
        }
    }

    private final Plans plans;
    private final LearnerArchive archive;

    @Activate
    public PlanDraftResource(@Reference Plans plans, @Reference LearnerArchive archive) {
        this.plans = plans;
        this.archive = archive;
    }

    @GET
    @Needs(Scope.REVISIT_READ)
    @Op(value = "Reads the draft of a plan; its ETag is the version to write it by", gives = PlanVersion.class)
    public Response read(@PathParam("plan") UUID plan, @Context SecurityContext who) {
        PlanVersion draft = draft(plan, who).orElseThrow(NotFoundException::new);
        return Response.ok(draft).tag(Version.of(draft)).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Writes the draft, whole: with If-Match of the draft that was read, or If-None-Match: * where there is none", gives = PlanVersion.class, conditional = true, body = PlansResource.EXAMPLE)
    public Response write(@PathParam("plan") UUID plan, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String noneMatch, PlansResource.NewPlan written,
            @Context SecurityContext who) {
        TenantId tenant = Asker.tenant(who);
        PlanVersion there = draft(plan, who).orElse(null);
        if (match == null && !"*".equals(noneMatch)) {
            throw Version.missing();
        }
        if (match == null ? there != null : there == null || !Version.fits(match, there)) {
            throw Version.changed();
        }
        written.check(archive, tenant);
        PlanVersion seen = there == null ? plans.draft(tenant, plan) : there;
        PlanVersion draft = new PlanVersion(plan, seen.version(), written.name(), written.course(), written.tag(),
                Status.DRAFT, written.steps(), null, null, seen.note());
        if (!plans.saveDraft(tenant, seen, draft)) {
            throw Version.changed();
        }
        return Response.ok(draft).tag(Version.of(draft)).build();
    }

    @DELETE
    @Op(value = "Drops the draft; a plan without one stays as it is", status = 204)
    public void drop(@PathParam("plan") UUID plan, @Context SecurityContext who) {
        draft(plan, who);
        plans.dropDraft(Asker.tenant(who), plan);
    }

    @GET
    @Path("preview")
    @Needs(Scope.REVISIT_READ)
    @Op(value = "Tells what publishing the draft would do to everybody as they are now; its token is for publishing", also = 409)
    public PlanPreview preview(@PathParam("plan") UUID plan, @QueryParam("past") @DefaultValue("SKIP") How past,
            @QueryParam("days") @Nullable Integer days, @Context SecurityContext who) {
        if (draft(plan, who).isEmpty()) {
            throw new NotFoundException();
        }
        PastSteps choice = choice(past, days, () -> Refusal.parameter("days", "is 1 to 366 with SPREAD"));
        try {
            return plans.preview(Asker.tenant(who), plan, choice);
        } catch (IllegalArgumentException together) {
            throw sameScope();
        }
    }

    @POST
    @Path("publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Publishes the draft as it was looked at in a preview, in one step; a draft that was changed since is refused", body = "{\"preview\": \"1788249600000.0123456789abcdef\", \"past\": \"SKIP\", \"note\": \"A call in the first week\"}")
    public PlanVersion publish(@PathParam("plan") UUID plan, Publication publication, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        draft(plan, who);
        PastSteps past = choice(Objects.requireNonNullElse(publication.past(), How.SKIP), publication.days(),
                () -> Refusal.body("/days", "is 1 to 366 with SPREAD"));
        try {
            return plans.publish(asker.tenant(), plan, past, publication.preview(), asker.id(),
                    Objects.requireNonNullElse(publication.note(), "")).orElseThrow(
                            () -> Refusal.conflict(
                                    "The preview is of something else, or too old: look at it again."));
        } catch (IllegalArgumentException together) {
            throw sameScope();
        }
    }

    private static PastSteps choice(How how, @Nullable Integer days, Supplier<Refusal> refused) {
        try {
            return new PastSteps(how, how == How.SPREAD && days != null ? days : 0);
        } catch (IllegalArgumentException none) {
            throw refused.get();
        }
    }

    private static Refusal sameScope() {
        return Refusal.conflict("Another live plan is for the same course and tag.");
    }

    /** @throws NotFoundException when there is no such plan */
    private Optional<PlanVersion> draft(UUID plan, SecurityContext who) {
        var versions = plans.versions(Asker.tenant(who), plan);
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        return versions.stream().filter(one -> one.status() == Status.DRAFT).findFirst();
    }
}
