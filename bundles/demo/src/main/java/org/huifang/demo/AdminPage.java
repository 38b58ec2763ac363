// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/admin}: tools register here, are approved here, and the quirks are switched here. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/admin", "/admin/do"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class AdminPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Clients clients;
    private final transient Quirks quirks;
    private final transient Place place;
    private final transient Guard guard;

    @Activate
    public AdminPage(@Reference Clients clients, @Reference Quirks quirks, @Reference Place place,
            @Reference Guard guard) {
        this.clients = clients;
        this.quirks = quirks;
        this.place = place;
        this.guard = guard;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isOwnHost(request)) {
            response.sendError(421, "another host");
            return;
        }
        show(request, response, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isOwnPost(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String client = Objects.requireNonNullElse(request.getParameter("client"), "");
        try {
            switch (Objects.requireNonNullElse(request.getParameter("what"), "")) {
                case "register" -> {
                    show(request, response,
                            frame(URI.create(Objects.requireNonNullElse(request.getParameter("url"), "").strip())));
                    return;
                }
                case "approve" -> clients.approve(client);
                case "remove" -> clients.remove(client);
                case "quirks" -> quirks.set(Objects.requireNonNullElse(request.getParameter("quirks"), ""));
                default -> throw new IllegalArgumentException("no such button");
            }
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "../admin?lang=" + Words.of(request).lang());
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String frame) throws IOException {
        Words words = Words.of(request);
        AdminHtml html = new AdminHtml(words, guard.token(), place.tool());
        Guard.page(response, html.page(clients.all(), quirks.on(), frame),
                "style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; img-src data:;"
                        + " frame-src " + place.tool().getScheme() + "://" + place.tool().getRawAuthority());
    }

    /** The tool's own page of registration, as a platform opens it: with the two parameters of the specification. */
    private String frame(URI page) {
        if (page.getHost() == null) {
            throw new IllegalArgumentException("not an address");
        }
        return page + (page.getRawQuery() == null ? "?" : "&") + "openid_configuration="
                + URLEncoder.encode(place.tool() + "/demo/.well-known/openid-configuration", StandardCharsets.UTF_8)
                + "&registration_token=" + clients.invite();
    }
}
