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

    @Activate
    public CoursePage(@Reference Classroom classroom, @Reference Place place, @Reference Guard guard,
            @Reference Timekeeper time, @Reference Campus campus) {
        this.classroom = classroom;
        this.place = place;
        this.guard = guard;
        this.time = time;
        this.campus = campus;
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
        CourseHtml html = new CourseHtml(words, place, guard.token(), campus.issuer(), as);
        String page = learner.isPresent()
                ? html.learner(learner.get(), classroom.people())
                : html.instructor(classroom.people(), classroom.waiting(), time.now(), time.movable());
        Guard.page(response, page, "style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
                + " form-action 'self'; frame-ancestors 'none'; frame-src " + place.tool().getScheme() + "://"
                + place.tool().getRawAuthority() + " " + place.toolFromHere());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals("/demo/do") || !guard.isOwnPost(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String person = Objects.requireNonNullElse(request.getParameter("person"), "");
        switch (Objects.requireNonNullElse(request.getParameter("what"), "")) {
            case "enrol" -> classroom.enrol();
            case "lesson" -> classroom.completeLesson(person);
            case "finish" -> classroom.finish(person);
            case "leave" -> classroom.leave(person);
            case "day" -> time.pass(1);
            case "week" -> time.pass(7);
            case "month" -> time.pass(30);
            default -> {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "./?lang=" + Words.of(request).lang());
    }
}
