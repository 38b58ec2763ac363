// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Repeats;
import org.huifang.api.access.Seals;
import org.huifang.api.identity.Accounts;
import org.huifang.rest.Problem;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A whiteboard for Jakarta REST under {@code /api/v1}: services with {@code osgi.jakartars.resource=true} are served. A
 * request for a resource that is being updated waits for it; all others go on. The former address {@code /rest} answers
 * the same for as long as its headers say.
 */
@Designate(ocd = RestServlet.Config.class)
@Component(service = Servlet.class, configurationPid = "org.huifang.rest")
@HttpWhiteboardServletPattern({"/api/v1/*", "/rest/*"})
public final class RestServlet extends HttpServlet {
    /** What clients of the API may ask. */
    @ObjectClassDefinition(name = "Huifang API")
    @interface Config {
        @AttributeDefinition(name = "Requests per minute", description = "of one client; more are answered 429")
        int requestsPerMinute() default 1200;
    }

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
    private static final String FORMER = "/rest";
    /** RFC 9745: 2026-11-22, and RFC 8594. */
    private static final String DEPRECATED = "@1795305600";
    private static final String SUNSET = "Tue, 30 Nov 2027 00:00:00 GMT";

    private final transient Parts parts = new Parts();
    private final transient Holds holds = new Holds();
    private final transient Surround around;
    private final transient Generations generations;

    @Activate
    public RestServlet(Config config) {
        around = new Surround(config.requestsPerMinute());
        generations = new Generations(parts, around, holds);
    }

    @Reference(service = AnyService.class, target = "(|(osgi.jakartars.resource=true)(osgi.jakartars.extension=true))", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPart(Object part) {
        parts.add(part);
        generations.renewSoon();
    }

    /** Returns when no request is in the part any more. */
    void unbindPart(Object part) {
        parts.remove(part);
        holds.close(Parts.path(part));
        generations.renewSoon();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindAccounts(Accounts service) {
        around.accounts.bind(service);
    }

    void unbindAccounts(Accounts service) {
        around.accounts.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindClients(Clients service) {
        around.clients.bind(service);
    }

    void unbindClients(Clients service) {
        around.clients.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindRepeats(Repeats service) {
        around.repeats.bind(service);
    }

    void unbindRepeats(Repeats service) {
        around.repeats.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindSeals(Seals service) {
        around.seals.bind(service);
    }

    void unbindSeals(Seals service) {
        around.seals.unbind(service);
    }

    @Override
    public void init() throws ServletException {
        generations.start(getServletConfig());
    }

    @Override
    public void destroy() {
        generations.stop();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.isSecure() && !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            answer(response, Problem.of("tls", 403, "Not without encryption", "Secrets are taken over https only."));
            return;
        }
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        if (FORMER.equals(request.getServletPath())) {
            response.setHeader("Deprecation", DEPRECATED);
            response.setHeader("Sunset", SUNSET);
        }
        try {
            if (holds.enter(path) == Holds.Answer.MISSING) {
                response.setHeader("Retry-After", "2");
                answer(response, Problem.unavailable());
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(response, Problem.unavailable());
            return;
        }
        try {
            generations.serve(request, response);
        } catch (ServletException | RuntimeException e) {
            LOG.error("a REST request failed outside of its resource, trace {}", MDC.get(Traces.MDC_KEY), e);
            if (!response.isCommitted()) {
                answer(response, Problem.unexpected());
            }
        } finally {
            MDC.remove(Traces.MDC_KEY);
            holds.leave(path);
        }
    }

    private static void answer(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.json());
    }
}
