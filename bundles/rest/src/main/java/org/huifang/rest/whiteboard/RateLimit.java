// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.huifang.rest.Asker;
import org.huifang.rest.Problem;
import org.huifang.rest.Refusal;

/** So many requests a minute for each client, as a bucket that fills evenly; each node counts for itself. */
@Priority(Priorities.AUTHENTICATION + 100)
final class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String LEFT = "huifang.rate.left";
    private static final double MINUTE = 60e9;
    private static final int MOST_CLIENTS = 10_000;

    /** @param left requests at that moment */
    private record Bucket(double left, long at) {}

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Principal who = request.getSecurityContext().getUserPrincipal();
        if (!(who instanceof Asker asker) || asker.isStaff()) {
            return;
        }
        double left = take(asker.id());
        if (left < 0) {
            int wait = (int) Math.ceil(-left * 60 / perMinute);
            throw new Refusal(
                    Problem.of("rate", 429, "Too many requests", "This client may ask " + perMinute
                            + " times a minute."),
                    Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait)), "RateLimit-Policy", policy(),
                            "RateLimit", limit(0)));
        }
        request.setProperty(LEFT, left);
    }

    /** What is left after this request; below 0 when it is too many, and nothing was taken. */
    double take(UUID client) {
        if (buckets.size() > MOST_CLIENTS) {
            buckets.clear();
        }
        long now = nanos.getAsLong();
        double[] answer = new double[1];
        buckets.compute(client, (id, before) -> {
            double there = before == null
                    ? perMinute
                    : Math.min(perMinute, before.left() + (now - before.at()) / MINUTE * perMinute);
            answer[0] = there - 1;
            return new Bucket(there < 1 ? there : there - 1, now);
        });
        return answer[0];
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (request.getProperty(LEFT) instanceof Double left) {
            answer.getHeaders().putSingle("RateLimit-Policy", policy());
            answer.getHeaders().putSingle("RateLimit", limit(left.intValue()));
        }
    }

    private String policy() {
        return "\"client\";q=" + perMinute + ";w=60";
    }

    private String limit(int left) {
        return "\"client\";r=" + left + ";t=" + (int) Math.ceil((perMinute - left) * 60.0 / perMinute);
    }
}
