// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.huifang.lti.storage.StorageScript;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /lti/files/*}: the style and the few lines of script of the pages here. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/files/*")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class PageFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> FILES = Map.of("/page.css", "text/css;charset=UTF-8", "/submit.js",
            SCRIPT, "/close.js", SCRIPT);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.requireNonNullElse(request.getPathInfo(), "");
        if (name.equals("/storage.js")) {
            response.setContentType(SCRIPT);
            response.setHeader("Cache-Control", "no-cache");
            response.getWriter().write(StorageScript.text());
            return;
        }
        String type = FILES.get(name);
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream file = PageFiles.class.getResourceAsStream(name.substring(1))) {
            response.setContentType(type);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Objects.requireNonNull(file).transferTo(response.getOutputStream());
        }
    }
}
