// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huifang.ui.internal.shell.Choices;

/** The one HTML page: who may frame it, what it may load, its language and its colours. */
final class FrontPage implements IndexHtmlRequestListener {
    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern LAUNCH = Pattern.compile("/l/([A-Za-z0-9_-]{1,80})(/.*)?");
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");

    private final transient Host host;

    FrontPage(Host host) {
        this.host = host;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        var nonce = nonce();
        var document = page.getDocument();
        document.select("script").attr("nonce", nonce);
        document.head().appendElement("link").attr("rel", "icon").attr("type", "image/svg+xml").attr("href",
                "./huifang/icon.svg");
        var html = document.head().parent();
        if (html != null) {
            html.attr("lang", Choices.language(page.getVaadinRequest()).toLanguageTag());
            var scheme = Choices.scheme(page.getVaadinRequest());
            if (scheme != ColorScheme.Value.SYSTEM) {
                html.attr("theme", scheme.getThemeValue()).attr("style", "color-scheme: " + scheme.getValue());
            }
        }
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce, ancestors(page)));
    }

    /** Vaadin 25.2 needs 'unsafe-eval'; its strict mode of a later version does not. */
    private static String policy(String nonce, String ancestors) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; style-src 'self' "
                + "'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; object-src 'none'; "
                // a number is dialled from a hidden frame, so that the page does not seem to go away
                + "frame-src 'self' tel:; "
                + "base-uri 'self'; form-action 'self'; frame-ancestors " + ancestors;
    }

    private String ancestors(IndexHtmlResponse page) {
        var path = page.getVaadinRequest() instanceof VaadinServletRequest request
                ? Optional.ofNullable(request.getPathInfo()).orElse("")
                : "";
        var launch = LAUNCH.matcher(path);
        return launch.matches()
                ? host.people().frameOrigin(launch.group(1)).filter(ORIGIN.asMatchPredicate())
                        .map(origin -> "'self' " + origin).orElse("'none'")
                : "'none'";
    }

    private static String nonce() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
