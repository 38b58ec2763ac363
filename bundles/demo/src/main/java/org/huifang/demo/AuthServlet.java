// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jwt.JWTClaimsSet;
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

/** {@code /demo/auth}: answers an OIDC authentication request with a form that posts the id_token by itself. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/auth", "/files/post.js"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class AuthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient IdTokens tokens;
    private final transient Clients clients;

    @Activate
    public AuthServlet(@Reference IdTokens tokens, @Reference Clients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith(".js")) {
            response.setContentType("text/javascript;charset=UTF-8");
            response.getWriter().write("document.forms[0].submit();");
            return;
        }
        String redirect = Objects.requireNonNullElse(request.getParameter("redirect_uri"), "");
        Optional<Client> client = clients.active(
                Objects.requireNonNullElse(request.getParameter("client_id"), ""));
        // an address that is not registered is never redirected or posted to
        if (client.filter(c -> c.redirects().contains(redirect)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "unknown client or redirect_uri");
            return;
        }
        String state = Objects.requireNonNullElse(request.getParameter("state"), "");
        String nonce = request.getParameter("nonce");
        boolean asked = "id_token".equals(request.getParameter("response_type"))
                && "form_post".equals(request.getParameter("response_mode"))
                && "openid".equals(request.getParameter("scope")) && nonce != null && !nonce.isEmpty();
        Optional<JWTClaimsSet> claims = asked
                ? tokens.claims(client.orElseThrow(),
                        Objects.requireNonNullElse(request.getParameter("login_hint"), ""),
                        Objects.requireNonNullElse(request.getParameter("lti_message_hint"), ""),
                        Objects.requireNonNull(nonce))
                : Optional.empty();
        String answer = claims.map(c -> field("id_token", tokens.sign(c)))
                .orElseGet(() -> field("error", asked ? "access_denied" : "invalid_request"));
        post(response, redirect, answer + field("state", state));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static void post(HttpServletResponse response, String redirect, String fields) throws IOException {
        Guard.page(response, """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Huifang</title>\
                <form method="post" action="%s">%s<noscript><button>Open Huifang</button></noscript></form>\
                <script src="files/post.js"></script></html>""".formatted(Words.text(redirect), fields),
                "script-src 'self'");
    }

    private static String field(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Words.text(value) + "\">";
    }
}
