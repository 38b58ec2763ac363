// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** That something need not be done any more, for a reason that somebody gives. */
@Path("/obligations/{obligation}/exemption")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.REVISIT_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ExemptionResource.class, property = "osgi.jakartars.resource=true")
public final class ExemptionResource {
    /** Why nothing is owed any more. @param reason 1 to 500 characters, shown beside it */
    public record Exemption(String reason) {
        public Exemption {
            reason = reason.strip();
            if (reason.isEmpty() || reason.length() > 500) {
                throw new IllegalArgumentException("a reason has 1 to 500 characters");
            }
        }
    }

    private final Revisits revisits;

    @Activate
    public ExemptionResource(@Reference Revisits revisits) {
        this.revisits = revisits;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Says that nothing is owed any more, and why; one that is settled otherwise stays as it is", body = "{\"reason\": \"Moved abroad, and said good-bye.\"}")
    public Obligation exempt(@PathParam("obligation") UUID obligation, Exemption exemption,
            @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        int done = revisits.exempt(asker.tenant(), List.of(obligation), exemption.reason(), asker.id());
        Obligation now = one(obligation, who);
        if (done == 0 && !(now.state() == State.EXEMPT && now.reason().equals(exemption.reason()))) {
            throw Refusal.conflict("It is settled already, and stays as it is.");
        }
        return now;
    }

    @DELETE
    @Op("Takes that back: it is owed as before, at the same times")
    public Obligation owe(@PathParam("obligation") UUID obligation, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        revisits.unexempt(asker.tenant(), List.of(obligation), asker.id());
        Obligation now = one(obligation, who);
        if (now.state() == State.EXEMPT) {
            throw Refusal.conflict("It is exempt by its plan, and not because somebody said so.");
        }
        return now;
    }

    private Obligation one(UUID obligation, SecurityContext who) {
        return revisits.find(Asker.tenant(who), obligation).orElseThrow(NotFoundException::new);
    }
}
