// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/content}: where a tool posts what the instructor picked there. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/content")
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class ContentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Activities activities;
    private final transient PickedItems picked;
    private final transient Clients clients;
    private final transient Place place;

    @Activate
    public ContentServlet(@Reference Activities activities, @Reference PickedItems picked, @Reference Clients clients,
            @Reference Place place) {
        this.activities = activities;
        this.picked = picked;
        this.clients = clients;
        this.place = place;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Activities.Picking> picking = activities
                .end(Objects.requireNonNullElse(request.getParameter("session"), ""));
        Optional<Client> client = picking.flatMap(p -> clients.active(p.client()));
        String problem = client.isEmpty()
                ? "session"
                : picked.take(client.get(), picking.orElseThrow(),
                        Objects.requireNonNullElse(request.getParameter("JWT"), ""));
        Words words = Words.of(request);
        response.setStatus(problem.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        Guard.page(response, """
                <!doctype html><html lang="%s"><meta charset="utf-8"><title>%s</title>\
                <link rel="stylesheet" href="files/campus.css"><main><p id="picked">%s</p></main>%s</html>
                """.formatted(words.lang(), words.say("campus"),
                problem.isEmpty() ? words.say("picked") : words.say("unpicked", problem),
                problem.isEmpty() ? "<script src=\"files/picked.js\"></script>" : ""),
                "style-src 'self'; script-src 'self'; frame-ancestors 'self' " + place.toolFromHere() + " "
                        + place.tool());
    }
}
