// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The course page's style sheet and script. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/files/*")
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class FilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> FILES = Map.of("/campus.css", "text/css;charset=UTF-8", "/campus.js",
            FilesServlet.SCRIPT, "/storage.js", FilesServlet.SCRIPT, "/picked.js", FilesServlet.SCRIPT, "/admin.js",
            FilesServlet.SCRIPT);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "");
        String type = FILES.get(name);
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream file = FilesServlet.class.getResourceAsStream(name.substring(1))) {
            response.setContentType(type);
            response.setHeader("Cache-Control", "no-cache");
            Objects.requireNonNull(file).transferTo(response.getOutputStream());
        }
    }
}
