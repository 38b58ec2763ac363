// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the learner is contacted about something that is owed. */
@Path("/obligations/{obligation}/contact")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.REVISIT_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ContactResource.class, property = "osgi.jakartars.resource=true")
public final class ContactResource {
    /** Another time. @param at from when on; it is to come */
    public record NewTime(Instant at) {}

    private static final Duration FURTHEST = Duration.ofDays(3_653);

    private final Revisits revisits;
    private final InstantSource clock;

    @Activate
    public ContactResource(@Reference Revisits revisits, @Reference InstantSource clock) {
        this.revisits = revisits;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Moves the contact to another time; planning moves it on only where nobody may be contacted then. What is settled stays as it is", body = "{\"at\": \"2030-09-01T08:00:00Z\"}")
    public Obligation move(@PathParam("obligation") UUID obligation, NewTime time, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        if (!time.at().isAfter(clock.instant())) {
            throw Refusal.body("/at", "is past");
        }
        if (time.at().isAfter(clock.instant().plus(FURTHEST))) {
            throw Refusal.body("/at", "is more than ten years ahead");
        }
        Obligation before = one(obligation, who);
        if (!before.state().open()) {
            throw settled();
        }
        boolean moved = revisits.reschedule(asker.tenant(), obligation, time.at(), asker.id());
        Obligation now = one(obligation, who);
        if (!moved && !now.state().open()) {
            throw settled();
        }
        return now;
    }

    private static Refusal settled() {
        return Refusal.conflict("It is settled, and nobody is contacted about it any more.");
    }

    private Obligation one(UUID obligation, SecurityContext who) {
        return revisits.find(Asker.tenant(who), obligation).orElseThrow(NotFoundException::new);
    }
}
