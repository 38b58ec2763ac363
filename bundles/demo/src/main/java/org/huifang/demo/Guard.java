// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps other sites' pages from pressing the buttons here. */
@Component(service = Guard.class)
public final class Guard {
    private final Place place;
    private final String token;

    @Activate
    public Guard(@Reference Place place) {
        this.place = place;
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Goes into each form. */
    String token() {
        return token;
    }

    boolean isOwnPost(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        String given = request.getParameter("token");
        return place.isOwn(request.getHeader("Host")) && (site == null || site.equals("same-origin"))
                && (origin == null || origin.endsWith("://" + request.getHeader("Host"))) && given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    boolean isOwnHost(HttpServletRequest request) {
        return place.isOwn(request.getHeader("Host"));
    }

    /** Sends a page that nobody else's page may frame. */
    static void page(HttpServletResponse response, String html, String policy) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; " + policy);
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
