// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a problem document of whatever a resource throws; texts of exceptions stay inside. */
final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problem(thrown);
        Response.ResponseBuilder answer = thrown instanceof WebApplicationException known
                ? Response.fromResponse(known.getResponse())
                : Response.status(problem.status());
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, 2);
        }
        return answer.type(Problem.MEDIA_TYPE).entity(problem).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case ArchiveUnavailable away -> Problem.unavailable();
            case StoreUnavailable away -> Problem.unavailable();
            case IllegalArgumentException wrong ->
                Problem.of("parameter", 400, "A parameter is wrong", "A parameter is none that can be used here.");
            case WebApplicationException known when known.getResponse().getStatus() == 404 ->
                Problem.of("not-found", 404, "There is nothing here", "Nothing that you may see has this address.");
            case WebApplicationException known when known.getResponse().getStatus() < 500 -> Problem.of("request",
                    known.getResponse().getStatus(), known.getResponse().getStatusInfo().getReasonPhrase(),
                    "The request cannot be answered as it is.");
            default -> {
                LOG.error("a REST resource failed", thrown);
                yield Problem.unexpected();
            }
        };
    }
}
