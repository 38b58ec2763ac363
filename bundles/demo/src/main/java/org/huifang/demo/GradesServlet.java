// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/lineitems}: Assignment and Grade Services 2.0 for the tools. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/lineitems", "/lineitems/*"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class GradesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([0-9]{1,12})(/scores|/results)?");
    private static final int MOST = 64 * 1024;
    private final transient Grades grades;
    private final transient GradeWords words;
    private final transient ServiceTokens tokens;

    @Activate
    public GradesServlet(@Reference Grades grades, @Reference GradeWords words, @Reference ServiceTokens tokens) {
        this.grades = grades;
        this.words = words;
        this.tokens = tokens;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        boolean one = path.matches();
        String part = one ? Objects.requireNonNullElse(path.group(2), "") : "";
        String needed = part.equals("/scores")
                ? Scopes.SCORES
                : part.equals("/results")
                        ? Scopes.RESULTS
                        : request.getMethod().equals("GET") ? Scopes.LINE_ITEMS_READ : Scopes.LINE_ITEMS;
        Optional<Client> client = tokens.bearer(request, response, needed);
        if (client.isEmpty()) {
            return;
        }
        try {
            if (!one && Objects.requireNonNullElse(request.getPathInfo(), "/").length() > 1) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (!one) {
                all(client.get(), request, response);
            } else {
                Optional<Grades.LineItem> item = grades.item(client.get().id(), Long.parseLong(path.group(1)));
                if (item.isEmpty()) {
                    response.sendError(HttpServletResponse.SC_NOT_FOUND);
                } else {
                    each(item.get(), part, request, response);
                }
            }
        } catch (ParseException | IllegalArgumentException | DateTimeException e) {
            Answer.json(response, 400, Map.of("error", "not readable"));
        }
    }

    private void all(Client client, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ParseException {
        if (request.getMethod().equals("GET")) {
            Answer.send(response, 200, "application/vnd.ims.lis.v2.lineitemcontainer+json",
                    words.list(client, request, response));
        } else if (request.getMethod().equals("POST") && typed(request, response, "lineitem")) {
            Map<String, Object> said = body(request);
            Answer.send(response, 201, "application/vnd.ims.lis.v2.lineitem+json",
                    words.item(grades.create(client.id(), label(said), maximum(said), text(said, "resourceId"),
                            text(said, "tag"), words.activity(text(said, "resourceLinkId")))));
        }
    }

    private void each(Grades.LineItem item, String part, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ParseException {
        switch (request.getMethod() + part) {
            case "GET" -> Answer.send(response, 200, "application/vnd.ims.lis.v2.lineitem+json", words.item(item));
            case "PUT" -> {
                if (typed(request, response, "lineitem")) {
                    Map<String, Object> said = body(request);
                    grades.change(item.id(), label(said), maximum(said));
                    Answer.send(response, 200, "application/vnd.ims.lis.v2.lineitem+json",
                            words.item(grades.item(item.client(), item.id()).orElseThrow()));
                }
            }
            case "DELETE" -> {
                grades.delete(item.id());
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            case "GET/results" -> Answer.send(response, 200, "application/vnd.ims.lis.v2.resultcontainer+json",
                    words.results(item, request.getParameter("user_id")));
            case "POST/scores" -> {
                if (typed(request, response, "score")) {
                    score(item, body(request), response);
                }
            }
            default -> response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void score(Grades.LineItem item, Map<String, Object> said, HttpServletResponse response)
            throws IOException {
        Double given = number(said, "scoreGiven");
        Double maximum = number(said, "scoreMaximum");
        Instant at = OffsetDateTime.parse(Objects.requireNonNullElse(text(said, "timestamp"), "")).toInstant();
        if (given != null && (maximum == null || maximum <= 0 || given < 0)) {
            throw new IllegalArgumentException("scoreMaximum");
        }
        String activity = Objects.requireNonNullElse(text(said, "activityProgress"), "");
        String grading = Objects.requireNonNullElse(text(said, "gradingProgress"), "");
        if (!activity.matches("Initialized|Started|InProgress|Submitted|Completed")
                || !grading.matches("FullyGraded|Pending|PendingManual|Failed|NotReady")) {
            throw new IllegalArgumentException("progress");
        }
        switch (grades.take(new Grades.Score(item.id(), Objects.requireNonNullElse(text(said, "userId"), ""), given,
                maximum, activity, grading, text(said, "comment"), at))) {
            case YES -> response.setStatus(HttpServletResponse.SC_OK);
            case OUTDATED -> response.setStatus(HttpServletResponse.SC_CONFLICT);
            case UNKNOWN_LEARNER -> Answer.json(response, 404, Map.of("error", "no such user in the course"));
        }
    }

    private static boolean typed(HttpServletRequest request, HttpServletResponse response, String name)
            throws IOException {
        boolean right = Objects.requireNonNullElse(request.getContentType(), "")
                .startsWith("application/vnd.ims.lis.v" + (name.equals("score") ? "1" : "2") + "." + name + "+json");
        if (!right) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        return right;
    }

    private static Map<String, Object> body(HttpServletRequest request) throws IOException, ParseException {
        return JSONObjectUtils.parse(new String(request.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8));
    }

    private static String label(Map<String, Object> said) {
        String label = Objects.requireNonNullElse(text(said, "label"), "");
        if (label.isBlank()) {
            throw new IllegalArgumentException("label");
        }
        return label;
    }

    private static double maximum(Map<String, Object> said) {
        Double maximum = number(said, "scoreMaximum");
        if (maximum == null || maximum <= 0) {
            throw new IllegalArgumentException("scoreMaximum");
        }
        return maximum;
    }

    private static @Nullable String text(Map<String, Object> said, String name) {
        return said.get(name) instanceof String text ? text : null;
    }

    private static @Nullable Double number(Map<String, Object> said, String name) {
        return said.get(name) instanceof Number number ? number.doubleValue() : null;
    }
}
