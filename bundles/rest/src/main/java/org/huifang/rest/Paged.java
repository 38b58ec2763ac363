// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.huifang.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list.
 *
 * @param next value of the parameter {@code after} for the following page, null after the last; also as a Link header
 */
public record Paged<T>(List<T> items, @Nullable String next) {
    static final String LIMIT = "100";

    public static Response answer(Page<?> page, UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(new Paged<>(page.items(), page.next()));
        if (page.next() != null) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("after", page.next()))
                    .rel("next").build());
        }
        return answer.build();
    }

    /** @throws IllegalArgumentException outside 1 to 500 */
    static int limit(int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit is 1 to 500");
        }
        return limit;
    }
}
