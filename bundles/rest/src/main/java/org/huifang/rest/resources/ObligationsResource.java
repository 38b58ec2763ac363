// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.huifang.rest.Refusal;
import org.huifang.rest.WriteKey;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is owed to learners, one by one. */
@Path("/obligations")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.REVISIT_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ObligationsResource.class, property = "osgi.jakartars.resource=true")
public final class ObligationsResource {
    /**
     * What came of an attempt.
     *
     * @param agent the account of whoever tried; whoever sends it when left out
     * @param callBack with the outcome CALL_BACK, and only then
     * @param at when it was; now when left out
     * @param seconds the call took
     */
    public record NewAttempt(Outcome outcome, @Nullable String note, @Nullable UUID agent, @Nullable Instant callBack,
            @Nullable Instant at, @Nullable Integer seconds, @Nullable List<Feedback> feedback,
            @Nullable List<Promise> promises) {
        Attempt attempt(UUID key, UUID sender, Instant now) {
            return new Attempt(key, agent == null ? sender : agent, outcome, Objects.requireNonNullElse(note, ""),
                    callBack, at == null ? now : at, seconds == null ? 0 : seconds,
                    Objects.requireNonNullElse(feedback, List.of()), Objects.requireNonNullElse(promises, List.of()));
        }
    }

    /** Whose it is from now on. @param account of the same school */
    public record NewOwner(UUID account) {}

    private final Revisits revisits;
    private final LearnerArchive archive;
    private final Fitness fitness;
    private final InstantSource clock;

    @Activate
    public ObligationsResource(@Reference Revisits revisits, @Reference LearnerArchive archive,
            @Reference Fitness fitness, @Reference InstantSource clock) {
        this.revisits = revisits;
        this.archive = archive;
        this.fitness = fitness;
        this.clock = clock;
    }

    @GET
    @Op("Lists what is owed by due time; with a learner, all of theirs; with an owner, the calls that they are to make now")
    public Page<Obligation> list(@QueryParam("course") @Nullable UUID course,
            @QueryParam("step") @Nullable String step, @QueryParam("state") @Nullable State state,
            @QueryParam("owner") @Nullable UUID owner, @QueryParam("learner") @Nullable UUID learner,
            @BeanParam Paging paging, @Context SecurityContext who) {
        TenantId tenant = Asker.tenant(who);
        if (learner != null) {
            List<UUID> parts = archive.file(tenant, learner).map(LearnerFile::parts).orElse(List.of());
            return new Page<>(revisits.of(tenant, parts).stream()
                    .filter(one -> (course == null || one.course().equals(course))
                            && (step == null || one.step().equals(step)) && (state == null || one.state() == state)
                            && (owner == null || one.owner().equals(owner)))
                    .toList(), null);
        }
        if (owner != null && (course != null || step != null || state != null)) {
            throw Refusal.parameter("owner", "goes with no other filter but learner");
        }
        return owner == null
                ? revisits.list(tenant, course, step, state, paging.after(), paging.limit())
                : revisits.queue(tenant, owner, paging.after(), paging.limit());
    }

    @GET
    @Path("{obligation}")
    @Op("Reads one, with its attempts")
    public Obligation one(@PathParam("obligation") UUID obligation, @Context SecurityContext who) {
        return revisits.find(Asker.tenant(who), obligation).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{obligation}/attempts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.REVISIT_WRITE)
    @Op(value = "Hands in what came of an attempt; answers how the obligation stands now", body = """
            {"outcome": "REACHED", "note": "Likes the course, wants more exercises.", "seconds": 240,
            "feedback": [{"area": "CONTENT", "code": "", "said": "more exercises", "problem": false}]}""")
    public Obligation handIn(@PathParam("obligation") UUID obligation, NewAttempt attempt, @BeanParam WriteKey key,
            @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        if (attempt.agent() != null || asker.isStaff()) {
            fitness.check(asker.tenant(), attempt.agent() == null ? asker.id() : attempt.agent(), "/agent");
        }
        Attempt tried = read(attempt, key, asker);
        if (tried.outcome() == Outcome.WRONG_NUMBER) {
            // before it is handed in: nobody knows afterwards at what they were reached
            revisits.find(asker.tenant(), obligation).filter(ObligationsResource::counts)
                    .ifPresent(owed -> notTheirs(asker, owed, tried));
        }
        Handled handled = revisits.handIn(asker.tenant(), obligation, tried);
        return switch (handled) {
            case Handled.Taken(Obligation now) -> now;
            case Handled.SettledBefore before ->
                throw Refusal.conflict("Somebody else settled it first; this attempt was not recorded.");
            case Handled.Unknown unknown -> throw new NotFoundException();
        };
    }

    /** Whether an attempt is put on record. */
    private static boolean counts(Obligation owed) {
        return owed.state().open() || owed.state() == State.EXEMPT || owed.state() == State.DECLINED;
    }

    /** A stranger answered: what they were reached at is not used until somebody says that it is theirs. Counts once for an attempt. */
    private void notTheirs(Asker asker, Obligation owed, Attempt tried) {
        String field = reachedAt(owed.planned() == null ? "phone" : owed.planned().channel());
        if (field != null) {
            archive.file(asker.tenant(), owed.learner()).flatMap(file -> file.value(field))
                    .ifPresent(there -> archive.record(new Delivery(asker.tenant(), asker.source(),
                            tried.key() + ":wrong", List.of(new Fact.ValueChecked(owed.learner(), field,
                                    there.value(), false, asker.author(), tried.at())))));
        }
    }

    /** Null where a platform delivers to whoever is there. */
    private static @Nullable String reachedAt(String channel) {
        return switch (channel) {
            case "phone", "sms" -> Field.PHONE.key();
            case "email" -> Field.EMAIL.key();
            case "wechat" -> Field.WECHAT.key();
            default -> null;
        };
    }

    private Attempt read(NewAttempt attempt, WriteKey key, Asker asker) {
        Instant now = clock.instant();
        if (attempt.at() != null && attempt.at().isAfter(now.plusSeconds(60))) {
            throw Refusal.body("/at", "is in the future");
        }
        if (attempt.seconds() != null && (attempt.seconds() < 0 || attempt.seconds() > 86_400)) {
            throw Refusal.body("/seconds", "is 0 to 86400");
        }
        try {
            return attempt.attempt(key.of(asker), asker.id(), now);
        } catch (IllegalArgumentException e) {
            throw Refusal.body("", Optional.ofNullable(e.getMessage()).orElse("does not do"));
        }
    }

    @PUT
    @Path("{obligation}/owner")
    @Consumes(MediaType.APPLICATION_JSON)
    @For(Role.SUPERVISOR)
    @Needs(Scope.REVISIT_WRITE)
    @Op(value = "Gives it to another owner; one that is settled stays as it is", body = "{\"account\": \"00000000-0000-4000-8000-000000000000\"}")
    public Obligation give(@PathParam("obligation") UUID obligation, NewOwner owner, @Context SecurityContext who) {
        TenantId tenant = Asker.tenant(who);
        one(obligation, who);
        fitness.check(tenant, owner.account(), "/account");
        revisits.assign(tenant, List.of(obligation), owner.account());
        return one(obligation, who);
    }
}
