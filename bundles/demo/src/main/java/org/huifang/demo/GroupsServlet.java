// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/groups}, {@code /demo/groupsets}: Course Groups 1.0. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/groups", "/groupsets"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class GroupsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Classroom classroom;
    private final transient ServiceTokens tokens;

    @Activate
    public GroupsServlet(@Reference Classroom classroom, @Reference ServiceTokens tokens) {
        this.classroom = classroom;
        this.tokens = tokens;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (tokens.bearer(request, response, Scopes.GROUPS).isEmpty()) {
            return;
        }
        if (request.getServletPath().equals("/groupsets")) {
            Answer.send(response, 200, "application/vnd.ims.lti-gs.v1.contextgroupsetcontainer+json",
                    JSONObjectUtils.toJSONString(Map.of("id", Lessons.COURSE, "sets",
                            List.of(StudyGroups.SET))));
            return;
        }
        String user = request.getParameter("user_id");
        if (user != null && classroom.person(user).isEmpty()) {
            Answer.json(response, 404, Map.of("error", "no such user in the course"));
            return;
        }
        List<Map<String, Object>> groups = user == null
                ? StudyGroups.ALL
                : List.of(StudyGroups.of(user));
        Answer.send(response, 200, "application/vnd.ims.lti-gs.v1.contextgroupcontainer+json",
                JSONObjectUtils.toJSONString(Map.of("id", Lessons.COURSE, "groups", groups)));
    }
}
