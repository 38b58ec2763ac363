// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.ParamException;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Problem;
import org.huifang.rest.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Makes a problem document of whatever a resource throws; texts of exceptions stay inside. */
final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problem(thrown);
        Response.ResponseBuilder answer = Response.status(problem.status());
        if (thrown instanceof WebApplicationException known && known.getResponse().getHeaderString("Allow") != null) {
            answer.header("Allow", known.getResponse().getHeaderString("Allow"));
        }
        if (thrown instanceof Refusal refusal) {
            refusal.headers().forEach(answer::header);
        }
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, 2);
        }
        return answer.type(Problem.MEDIA_TYPE).entity(problem).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal.problem();
            case ArchiveUnavailable away -> Problem.unavailable();
            case StoreUnavailable away -> Problem.unavailable();
            case ParamException.PathParamException nowhere -> nothing();
            case ParamException wrong ->
                Problem.of("parameter", 400, "A parameter is wrong", wrong.getParameterName() + " cannot be read");
            case IllegalArgumentException wrong ->
                Problem.of("parameter", 400, "A parameter is wrong", "A parameter is none that can be used here.");
            case WebApplicationException known when known.getResponse().getStatus() == 404 -> nothing();
            case WebApplicationException known when known.getResponse().getStatus() < 500 -> Problem.of("request",
                    known.getResponse().getStatus(), known.getResponse().getStatusInfo().getReasonPhrase(),
                    "The request cannot be answered as it is.");
            default -> {
                LOG.error("a REST resource failed, trace {}", MDC.get(Traces.MDC_KEY), thrown);
                yield Problem.unexpected();
            }
        };
    }

    private static Problem nothing() {
        return Problem.of("not-found", 404, "There is nothing here", "Nothing that you may see has this address.");
    }
}
