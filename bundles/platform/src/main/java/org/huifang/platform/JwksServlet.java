// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /lti/jwks}: the public halves of the tool's keys. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/jwks")
@HttpWhiteboardContextSelect(LtiContext.SELECT)
public final class JwksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient ToolKeyRing keys;

    @Activate
    public JwksServlet(@Reference ToolKeyRing keys) {
        this.keys = keys;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.getOutputStream().write(keys.get().publicJwks().getBytes(StandardCharsets.UTF_8));
    }
}
