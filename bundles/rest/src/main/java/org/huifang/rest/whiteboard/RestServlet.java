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
import org.huifang.api.identity.Accounts;
import org.huifang.rest.Awaited;
import org.huifang.rest.Problem;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whiteboard for Jakarta REST under {@code /rest}: services with {@code osgi.jakartars.resource=true} are served. A
 * request for a resource that is being updated waits for it; all others go on.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/rest/*")
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private final transient Awaited<Accounts> accounts = new Awaited<>();
    private final transient Parts parts = new Parts();
    private final transient Holds holds = new Holds();
    private final transient Generations generations = new Generations(parts, new StaffSignIn(accounts), holds);

    @Activate
    public RestServlet() {
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
        accounts.bind(service);
    }

    void unbindAccounts(Accounts service) {
        accounts.unbind(service);
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
            answer(response,
                    Problem.of("tls", 403, "Not without encryption", "Passwords are taken over https only."));
            return;
        }
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
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
            LOG.error("a REST request failed outside of its resource", e);
            answer(response, Problem.unexpected());
        } finally {
            holds.leave(path);
        }
    }

    private static void answer(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(problem.json());
    }
}
