// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.platform.HookSource;
import org.huifang.rest.hooks.Refused;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The part of an xAPI learning record store that takes statements: {@code /xapi/about}, and {@code /xapi/statements} by
 * POST and PUT. Statements are not given back, for what they say is in the learners' files: everything else is 501.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/xapi/*")
public final class XapiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "X-Experience-API-Version";

    private final transient Door door;
    private final transient InstantSource clock;

    @Activate
    public XapiServlet(@Reference Door door, @Reference InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.to(response, () -> {
            String asked = request.getHeader(VERSION);
            response.setHeader(VERSION, asked != null && asked.startsWith("2.0") ? "2.0.0" : "1.0.3");
            boolean reads = List.of("GET", "HEAD").contains(request.getMethod());
            if ("/about".equals(request.getPathInfo()) && reads) {
                json(response, "{\"version\":[\"1.0.3\",\"2.0.0\"]}");
            } else {
                statements(request, response, asked);
            }
        });
    }

    private void statements(HttpServletRequest request, HttpServletResponse response, @Nullable String asked)
            throws Refused, IOException {
        HookSource source = door.known(request);
        boolean takes = "/statements".equals(request.getPathInfo()) && request.getParameter("method") == null
                && List.of("POST", "PUT").contains(request.getMethod());
        if (!takes) {
            throw Refused.because("not-implemented", 501, "Only a part of xAPI is spoken here",
                    "This is a door for statements, by POST and PUT, and no store to read from.");
        }
        if (asked == null || !asked.matches("1\\.0(\\.[0-9]+)?|2\\.0(\\.[0-9]+)?")) {
            throw Refused.because("xapi-version", 400, "A header is missing or unknown",
                    VERSION + " is to be 1.0.3 or 2.0.0.");
        }
        var statements = new XapiStatements(source, clock.instant());
        boolean put = request.getMethod().equals("PUT");
        if (put) {
            statements.put(Door.body(request), id(request.getParameter("statementId")));
        } else {
            statements.posted(Door.body(request));
        }
        List<UUID> others = door.differing(source, statements.hashes());
        if (!others.isEmpty()) {
            throw Refused.because("statement-conflict", 409, "Another statement came under this id before",
                    "Nothing was recorded. It is about " + Door.words(others, UUID::toString) + ".");
        }
        door.record(source, statements.all());
        response.setHeader("X-Experience-API-Consistent-Through", clock.instant().toString());
        if (put) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            json(response, statements.hashes().keySet().stream().map(id -> "\"" + id + "\"")
                    .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static UUID id(@Nullable String text) throws Refused {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw Refused.because("statement-id", 400, "The id is missing or malformed",
                    "statementId in the URL is to be a UUID.");
        }
    }

    private static void json(HttpServletResponse response, String json) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
