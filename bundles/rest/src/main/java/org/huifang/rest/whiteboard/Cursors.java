// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;
import java.util.TreeMap;
import org.huifang.api.Page;
import org.huifang.api.access.Seals;
import org.huifang.rest.Asker;
import org.huifang.rest.Awaited;
import org.huifang.rest.Paged;
import org.huifang.rest.Paging;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;

/** Seals the cursors of lists that go out, for they may hold names, and opens those that come back for the same list of the same tenant. */
@Priority(Priorities.USER)
final class Cursors implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String AFTER = "after";

    private final Awaited<Seals> seals;

    Cursors(Awaited<Seals> seals) {
        this.seals = seals;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String sealed = uri.getQueryParameters().getFirst(AFTER);
        Principal who = request.getSecurityContext().getUserPrincipal();
        if (sealed != null && who instanceof Asker asker) {
            request.setProperty(Paging.AFTER, seals().open(asker.tenant(), purpose(uri), sealed)
                    .orElseThrow(() -> Refusal.parameter(AFTER, "is no cursor of this list")));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Page<?> page) {
            UriInfo uri = request.getUriInfo();
            String next = next(page.next(), request, uri);
            answer.setEntity(new Paged<>(page.items(), next));
            if (next != null) {
                answer.getHeaders().add("Link", Link.fromUriBuilder(
                        uri.getRequestUriBuilder().replaceQueryParam(AFTER, next)).rel("next").build().toString());
            }
        }
    }

    private @Nullable String next(@Nullable String plain, ContainerRequestContext request, UriInfo uri) {
        return plain == null || !(request.getSecurityContext().getUserPrincipal() instanceof Asker asker)
                ? null
                : seals().seal(asker.tenant(), purpose(uri), plain);
    }

    private Seals seals() {
        return seals.there();
    }

    private static String purpose(UriInfo uri) {
        var filter = new TreeMap<>(uri.getQueryParameters());
        filter.keySet().removeIf(name -> name.equals(AFTER) || name.equals("limit"));
        return "cursor " + uri.getPath() + " " + filter;
    }
}
