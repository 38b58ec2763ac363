// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Staff who reach an installation by plain http under another name than localhost: browsers drop Secure cookies there, so
 * they get ordinary Lax ones, which do not work in a frame but do for them. The container has one setting for all, so the
 * header is rewritten after it was written.
 */
public final class PlainHttp {
    private PlainHttp() {
    }

    /** Whether browsers accept Secure cookies from where this request came to. */
    public static boolean acceptsSecure(HttpServletRequest request) {
        var name = request.getServerName();
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                || name.equals("localhost") || name.endsWith(".localhost");
    }

    static void relax(HttpServletResponse response) {
        var cookies = List.copyOf(response.getHeaders("Set-Cookie"));
        for (int i = 0; i < cookies.size(); i++) {
            var plain = cookies.get(i).replaceAll("(?i);\\s*(Secure|Partitioned)(?=;|$)", "")
                    .replaceAll("(?i)SameSite=None", "SameSite=Lax");
            if (i == 0) {
                response.setHeader("Set-Cookie", plain);
            } else {
                response.addHeader("Set-Cookie", plain);
            }
        }
    }
}
