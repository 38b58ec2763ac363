// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.huifang.rest.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/openapi.json}: what can be asked for. It tells nothing of anybody, so it is open. The resources stay
 * the same for as long as a generation lives.
 */
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class ContractResource {
    private record Written(String address, JsonNode document) {}

    private final List<? extends Class<?>> resources;
    private volatile @Nullable Written written;

    ContractResource(List<Object> parts) {
        resources = parts.stream().map(Object::getClass).filter(type -> type.isAnnotationPresent(Path.class)).toList();
    }

    @GET
    public JsonNode all(@Context UriInfo uri) {
        String address = uri.getBaseUri().toString().replaceFirst("/rest/$", "/api/v1/").replaceAll("/$", "");
        Written before = written;
        if (before != null && before.address().equals(address)) {
            return before.document();
        }
        JsonNode document = Contract.of(resources, address);
        written = new Written(address, document);
        return document;
    }
}
