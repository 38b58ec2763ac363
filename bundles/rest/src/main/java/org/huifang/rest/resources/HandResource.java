// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Revisits;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has a case in hand, so that no two call at the same time. */
@Path("/obligations/{obligation}/hand")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.REVISIT_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = HandResource.class, property = "osgi.jakartars.resource=true")
public final class HandResource {
    /** Who takes it. @param account of whoever is going to call; whoever sends it when left out, if that is a person */
    public record Hand(@Nullable UUID account) {}

    /** Who has it in hand for the next 20 minutes. */
    public record InHand(UUID account) {}

    private final Revisits revisits;
    private final Fitness fitness;

    @Activate
    public HandResource(@Reference Revisits revisits, @Reference Fitness fitness) {
        this.revisits = revisits;
        this.fitness = fitness;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Takes a case in hand for 20 minutes, or longer when it is taken again; refused while a colleague has it", body = "{\"account\": \"00000000-0000-4000-8000-000000000000\"}")
    public InHand take(@PathParam("obligation") UUID obligation, Hand hand, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        check(obligation, who);
        UUID agent = hand.account() == null && asker.isStaff() ? asker.id() : hand.account();
        if (agent == null) {
            throw Refusal.body("/account", "is missing");
        }
        fitness.check(asker.tenant(), agent, "/account");
        if (!revisits.take(asker.tenant(), obligation, agent).equals(agent)) {
            throw Refusal.conflict("A colleague has it in hand.");
        }
        return new InHand(agent);
    }

    @DELETE
    @Op(value = "Puts a case back that this account has in hand; else it does nothing", status = 204)
    public void putBack(@PathParam("obligation") UUID obligation, @QueryParam("account") @Nullable UUID account,
            @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        check(obligation, who);
        if (account == null && !asker.isStaff()) {
            throw Refusal.parameter("account", "is missing");
        }
        revisits.release(asker.tenant(), obligation, account == null ? asker.id() : account);
    }

    private void check(UUID obligation, SecurityContext who) {
        if (revisits.find(Asker.tenant(who), obligation).isEmpty()) {
            throw new NotFoundException();
        }
    }
}
