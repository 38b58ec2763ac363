// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The two cookies of a launch. In a frame of another site with third-party cookies blocked only
 * {@code SameSite=None; Secure; Partitioned} ones live, and browsers take Secure ones over TLS and from the own machine.
 * Elsewhere, which is a test set-up over plain http, no SameSite is said at all: browsers then send the cookie within one
 * site, and with a fresh top-level post; framed by another site it fails, as it must.
 *
 * <p>
 * The login's cookie bears {@code __Host-} over https: no other host of the domain can plant one, which would be login
 * CSRF. The prefix wants {@code Path=/}; without TLS browsers refuse it. The launch's cookie is named {@code l-<id>} for
 * all readers alike; planting one gains nothing, for it must match the server's own hash.
 */
@Component(service = Cookies.class)
public final class Cookies {
    private final boolean https;
    private final boolean secure;

    @Activate
    public Cookies(@Reference Surroundings here) {
        this.https = here.https();
        this.secure = here.keepsSecureCookies();
    }

    void login(HttpServletResponse response, String name, String secret, Duration age) {
        set(response, loginName(name), secret, https ? "/" : "/lti/launch", age);
    }

    void endLogin(HttpServletResponse response, String name) {
        set(response, loginName(name), "", https ? "/" : "/lti/launch", Duration.ZERO);
    }

    @Nullable
    String login(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies).filter(c -> c.getName().equals(loginName(name))).map(Cookie::getValue)
                        .findFirst().orElse(null);
    }

    void launch(HttpServletResponse response, StoredLaunches.Ticket ticket, Duration age) {
        set(response, "l-" + ticket.id(), ticket.secret(), "/", age);
    }

    private String loginName(String name) {
        return https ? "__Host-" + name : name;
    }

    private void set(HttpServletResponse response, String name, String value, String path, Duration age) {
        response.addHeader("Set-Cookie", name + "=" + value + "; Path=" + path + "; Max-Age=" + age.toSeconds()
                + "; HttpOnly" + (secure ? "; Secure; SameSite=None; Partitioned" : ""));
    }
}
