// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.door;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /api/docs/}: a page to read the API on and to try it. It needs nothing from elsewhere and keeps no key. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/docs/*")
public final class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of("/", "text/html;charset=utf-8", "/api.js",
            "text/javascript;charset=utf-8", "/api.css", "text/css;charset=utf-8");

    @Activate
    public DocsServlet() {
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            response.sendRedirect(request.getContextPath() + "/api/docs/");
            return;
        }
        String type = FILES.get(path);
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        try (InputStream file = DocsServlet.class
                .getResourceAsStream(path.equals("/") ? "index.html" : path.substring(1))) {
            if (file != null) {
                file.transferTo(response.getOutputStream());
            }
        }
    }
}
