// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final int PAGE = 20;
    private final transient Campus campus;
    private final transient Classroom classroom;
    private final transient Activities activities;
    private final transient Quirks quirks;
    private final transient ServiceTokens tokens;

    @Activate
    public ServicesServlet(@Reference Campus campus, @Reference Classroom classroom, @Reference Activities activities,
            @Reference Quirks quirks, @Reference ServiceTokens tokens) {
        this.campus = campus;
        this.classroom = classroom;
        this.activities = activities;
        this.quirks = quirks;
        this.tokens = tokens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/jwks" -> {
                response.setHeader("Cache-Control", "public, max-age=300");
                Answer.json(response, 200, campus.jwks());
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
        String assertion = Objects.requireNonNullElse(request.getParameter("client_assertion"), "");
        Optional<Client> client = tokens.claimed(assertion);
        boolean asked = client.isPresent() && "client_credentials".equals(request.getParameter("grant_type"))
                && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        .equals(request.getParameter("client_assertion_type"));
        try {
            String problem = asked
                    ? tokens.problem(client.orElseThrow(), assertion)
                    : "client, grant or assertion type";
            if (problem.isEmpty()) {
                token(client.orElseThrow(), Objects.requireNonNullElse(request.getParameter("scope"), ""), response);
            } else {
                tokenAnswer(response, 400, Map.of("error", "invalid_client", "error_description", problem));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void token(Client client, String scope, HttpServletResponse response) throws IOException {
        List<String> asked = List.of(scope.split(" "));
        Set<String> granted = asked.stream().filter(client::may).collect(Collectors.toSet());
        if (granted.isEmpty() || granted.size() < asked.size() && !quirks.has(Quirk.SCOPES_DROPPED)) {
            tokenAnswer(response, 400, Map.of("error", "invalid_scope"));
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        tokenAnswer(response, 200, Map.of("access_token", tokens.give(client, granted), "token_type", "Bearer",
                "expires_in", ServiceTokens.LIFE.toSeconds(), "scope", String.join(" ", granted)));
    }

    private void tokenAnswer(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        Answer.send(response, status, quirks.has(Quirk.TOKEN_AS_HTML) ? "text/html;charset=UTF-8" : "application/json",
                JSONObjectUtils.toJSONString(body));
    }

    private void members(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (tokens.bearer(request, response, Scopes.ROSTER).isEmpty()) {
            return;
        }
        String link = request.getParameter("rlid");
        boolean strange = link != null && !link.matches("rl-[12]") && activities.find(link).isEmpty();
        if (strange || quirks.has(Quirk.STRICT_ACCEPT) && !MEMBERS.equals(request.getHeader("Accept"))) {
            Answer.json(response, 400, Map.of("error", strange ? "rlid" : "accept"));
            return;
        }
        String role = Objects.requireNonNullElse(request.getParameter("role"), "");
        boolean groups = "true".equals(request.getParameter("groups"));
        List<Map<String, Object>> all = Stream.concat(
                Stream.of(member(Lessons.TEACHER, Lessons.TEACHER_NAME, "teacher@campus.example", "Instructor", link)),
                classroom.people().stream().map(p -> learner(p, link, groups)))
                .filter(m -> role.isEmpty() || String.valueOf(m.get("roles")).contains(role.replaceFirst(".*#", "")))
                .toList();
        Paging paging = Paging.of(request, all.size(), quirks.has(Quirk.NO_PAGE_SIZE) ? all.size() : PAGE);
        paging.link(response, campus.membersUrl(), quirks.has(Quirk.ODD_LINKS));
        Answer.send(response, 200, MEMBERS,
                JSONObjectUtils.toJSONString(Map.of("id", campus.membersUrl(), "context",
                        Map.of("id", Lessons.COURSE, "label", "STAT101", "title", Lessons.COURSE_TITLE), "members",
                        paging.of(all))));
    }

    private Map<String, Object> learner(Person person, @Nullable String link, boolean groups) {
        Map<String, Object> member = member(person.id(), person.name(), person.email(), "Learner", link);
        if (groups) {
            member.put("group_enrollments", List.of(Map.of("group_id", StudyGroups.of(person.id()).get("id"))));
        }
        return member;
    }

    private Map<String, Object> member(String id, String name, String email, String role, @Nullable String link) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("user_id", id);
        member.put("status", "Active");
        member.put("name", name);
        member.put("email", email);
        member.put("roles", List.of(
                quirks.has(Quirk.BARE_ROLES) ? role : "http://purl.imsglobal.org/vocab/lis/v2/membership#" + role));
        if (link != null) {
            member.put("message", List.of(Map.of("https://purl.imsglobal.org/spec/lti/claim/message_type",
                    "LtiResourceLinkRequest", "https://purl.imsglobal.org/spec/lti/claim/custom",
                    Map.of("person_timezone", "Asia/Shanghai"))));
        }
        return member;
    }
}
