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

/** {@code /demo/}: the course page, as the instructor or as a learner sees it; what can be done there is posted. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/", "/do"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class CoursePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Classroom classroom;
    private final transient Place place;
    private final transient Guard guard;
    private final transient Timekeeper time;
    private final transient Campus campus;
    private final transient Clients clients;
    private final transient Activities activities;
    private final transient Grades grades;
    private final transient Quirks quirks;

    @Activate
    public CoursePage(@Reference Classroom classroom, @Reference Place place, @Reference Guard guard,
            @Reference Timekeeper time, @Reference Campus campus, @Reference Clients clients,
            @Reference Activities activities, @Reference Grades grades,
            @Reference Quirks quirks) {
        this.classroom = classroom;
        this.place = place;
        this.guard = guard;
        this.time = time;
        this.campus = campus;
        this.clients = clients;
        this.activities = activities;
        this.grades = grades;
        this.quirks = quirks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isOwnHost(request)) {
            response.sendError(421, "another host");
            return;
        }
        String path = request.getRequestURI();
        if (!path.equals("/demo/")) {
            if (path.equals("/demo") || path.equals("/demo/do")) {
                response.sendRedirect("/demo/");
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
            return;
        }
        Words words = Words.of(request);
        String as = Objects.requireNonNullElse(request.getParameter("as"), Lessons.TEACHER);
        Optional<Person> learner = classroom.person(as);
        String storage = quirks.has(Quirk.NO_STORAGE) ? null : request.getParameter("storage");
        Opening opening = new Opening(campus.issuer(), Opening.storage(Objects.requireNonNullElse(storage, "")));
        CourseHtml html = new CourseHtml(words, place, guard.token(), opening, clients, as);
        ActivitiesHtml list = new ActivitiesHtml(words, opening, clients, activities, grades, html.hidden(""));
        String page = learner.isPresent()
                ? html.learner(learner.get(), classroom.people(), list.learner(as))
                : html.instructor(classroom.people(), classroom.waiting(), time.now(), time.movable(),
                        list.instructor());
        Guard.page(response, page, "style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
                + " form-action 'self'; frame-ancestors 'none'; frame-src 'self' " + place.tool().getScheme() + "://"
                + place.tool().getRawAuthority() + " " + place.toolFromHere());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals("/demo/do") || !guard.isOwnPost(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if ("remove".equals(request.getParameter("what"))) {
            activities.remove(Objects.requireNonNullElse(request.getParameter("link"), ""));
        } else if (!new Pressed(request, classroom, time).done()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "./?lang=" + Words.of(request).lang());
    }
}
