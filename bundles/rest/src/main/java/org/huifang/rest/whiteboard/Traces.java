// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.rest.Plain;
import org.huifang.rest.Problem;
import org.huifang.rest.Refusal;
import org.slf4j.MDC;

/**
 * Gives each request an id, or keeps the one that W3C Trace Context brings, and refuses addresses that nothing can be
 * found under.
 */
@PreMatching
@Priority(1)
final class Traces implements ContainerRequestFilter, ContainerResponseFilter {
    static final String MDC_KEY = "trace";
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LONGEST_PARAMETER = 1_000;

    @Override
    public void filter(ContainerRequestContext request) {
        String parent = request.getHeaderString("traceparent");
        Matcher form = TRACEPARENT.matcher(parent == null ? "" : parent);
        MDC.put(MDC_KEY, form.matches() ? form.group(1) : fresh());
        if (!Plain.storable(request.getUriInfo().getPath())) {
            throw new Refusal(Problem.of("not-found", 404, "There is nothing here", "No address has such letters."));
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> values.forEach(value -> {
            if (value.length() > LONGEST_PARAMETER || !Plain.storable(value) || !Plain.storable(name)) {
                throw Refusal.parameter(Plain.storable(name) ? name : "One",
                        "is too long or has letters that cannot be kept");
            }
        }));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        String id = MDC.get(MDC_KEY);
        if (id != null) {
            answer.getHeaders().put("Trace-Id", List.of(id));
            if (answer.getEntity() instanceof Problem problem) {
                answer.setEntity(problem.traced(id));
            }
        }
    }

    private static String fresh() {
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
