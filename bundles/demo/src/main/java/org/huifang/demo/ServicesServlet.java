// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/jwks}, {@code /demo/token}, {@code /demo/members}: what the tool asks the platform for. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/jwks", "/token", "/members"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class ServicesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final int PAGE = 20;
    private final transient Campus campus;
    private final transient Classroom classroom;
    private final transient ServiceTokens tokens;

    @Activate
    public ServicesServlet(@Reference Campus campus, @Reference Classroom classroom,
            @Reference ServiceTokens tokens) {
        this.campus = campus;
        this.classroom = classroom;
        this.tokens = tokens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/jwks" -> {
                response.setHeader("Cache-Control", "public, max-age=300");
                send(response, 200, "application/json", campus.jwks());
            }
            case "/members" -> members(request, response);
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals("/token")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        boolean asked = "client_credentials".equals(request.getParameter("grant_type"))
                && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        .equals(request.getParameter("client_assertion_type"));
        try {
            String problem = asked
                    ? tokens.problem(Objects.requireNonNullElse(request.getParameter("client_assertion"), ""))
                    : "grant_type or client_assertion_type";
            boolean scope = List.of(Objects.requireNonNullElse(request.getParameter("scope"), "").split(" "))
                    .contains(SCOPE);
            if (!problem.isEmpty() || !scope) {
                send(response, 400, "application/json", JSONObjectUtils.toJSONString(
                        Map.of("error", problem.isEmpty() ? "invalid_scope" : "invalid_client", "error_description",
                                problem)));
                return;
            }
            response.setHeader("Cache-Control", "no-store");
            send(response, 200, "application/json", JSONObjectUtils.toJSONString(Map.of("access_token", tokens.give(),
                    "token_type", "Bearer", "expires_in", ServiceTokens.LIFE.toSeconds(), "scope", SCOPE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void members(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String bearer = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!bearer.startsWith("Bearer ") || !tokens.isGood(bearer.substring(7))) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        List<Map<String, Object>> all = Stream.concat(
                Stream.of(member(Lessons.TEACHER, Lessons.TEACHER_NAME, "teacher@campus.example", "Instructor")),
                classroom.people().stream().map(p -> member(p.id(), p.name(), p.email(), "Learner"))).toList();
        int from = Math.clamp(number(request.getParameter("from"), 0), 0, all.size());
        int to = Math.min(all.size(), from + Math.clamp(number(request.getParameter("limit"), PAGE), 1, PAGE));
        if (to < all.size()) {
            response.setHeader("Link",
                    "<" + campus.membersUrl() + "?limit=" + PAGE + "&from=" + to + ">; rel=\"next\"");
        }
        send(response, 200, MEMBERS,
                JSONObjectUtils.toJSONString(Map.of("id", campus.membersUrl(), "context",
                        Map.of("id", Lessons.COURSE, "label", "STAT101", "title", Lessons.COURSE_TITLE), "members",
                        all.subList(from, to))));
    }

    private static Map<String, Object> member(String id, String name, String email, String role) {
        return Map.of("user_id", id, "status", "Active", "name", name, "email", email, "roles", List.of(role));
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private static void send(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
