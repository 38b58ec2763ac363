// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Makes session cookies that work in an LMS frame with third-party cookies blocked: SameSite=None, Secure, Partitioned. A
 * browser accepts them over TLS and from localhost. Staff who reach an installation by plain http under another name get
 * an ordinary Lax cookie instead, which cannot work in a frame.
 */
@Component(service = Preprocessor.class)
public final class SessionCookie implements Preprocessor {
    @Override
    public void init(FilterConfig config) {
        var cookie = config.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "None");
        cookie.setAttribute("Partitioned", "true");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer
                && asksForPage(http) && !PlainHttp.acceptsSecure(http) && http.getSession(false) == null) {
            http.getSession(true);
            PlainHttp.relax(answer);
        }
        chain.doFilter(request, response);
    }

    private static boolean asksForPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
    }

    @Override
    public void destroy() {
        // nothing is held
    }
}
