// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.evaluation.Evaluation;
import org.huifang.api.evaluation.Readings;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The measures, with n and interval. */
@Path("/evaluation")
@For(Role.SUPERVISOR)
@Needs(Scope.EVALUATION_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = EvaluationResource.class, property = "osgi.jakartars.resource=true")
public final class EvaluationResource {
    private final Evaluation evaluation;

    @Activate
    public EvaluationResource(@Reference Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @GET
    @Op("Reads the measures, each with its n and interval, in one course or in all")
    public Readings readings(@QueryParam("course") @Nullable UUID course, @Context SecurityContext who) {
        return evaluation.readings(Asker.tenant(who), course);
    }
}
