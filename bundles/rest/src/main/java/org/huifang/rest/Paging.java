// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. Lists are read by key, never by counting lines. */
public final class Paging {
    /** Where the opened cursor is. */
    public static final String AFTER = "huifang.after";
    public static final int MOST = 500;

    @QueryParam("after")
    private @Nullable String sealed;
    @QueryParam("limit")
    @DefaultValue("100")
    private String limit = "100";
    @Context
    private @Nullable ContainerRequestContext request;

    /** The cursor as the service gave it, or null for the first page. */
    public @Nullable String after() {
        return sealed == null || request == null ? null : (String) request.getProperty(AFTER);
    }

    /** @throws Refusal outside 1 to 500 */
    public int limit() {
        return limit(MOST);
    }

    /** As {@link #limit()}, for a service that gives fewer at once; more is cut to that. */
    public int limit(int most) {
        int asked = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (asked < 1 || asked > MOST) {
            throw Refusal.parameter("limit", "is 1 to " + MOST);
        }
        return Math.min(asked, most);
    }
}
