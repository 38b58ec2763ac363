// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;

/** {@code GET /rest}: what can be asked for, and by whom. */
@Path("/")
@For(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class RoutesResource {
    /** The answer. */
    public record Routes(List<Parts.Route> routes) {}

    private final Parts parts;

    RoutesResource(Parts parts) {
        this.parts = parts;
    }

    @GET
    public Routes all() {
        return new Routes(parts.routes());
    }
}
