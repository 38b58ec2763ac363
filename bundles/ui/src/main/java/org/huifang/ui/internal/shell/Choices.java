// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.huifang.ui.internal.host.PlainHttp;
import org.huifang.ui.internal.texts.Languages;
import org.jspecify.annotations.Nullable;

/** Language and colours as the reader chose them, kept in this browser. */
public final class Choices {
    private static final String LANGUAGE = "huifang-language";
    private static final String SCHEME = "huifang-scheme";
    private static final int A_YEAR_S = 365 * 24 * 3600;

    private Choices() {
    }

    public static void begin(UI ui) {
        say(ui, language(VaadinRequest.getCurrent()));
    }

    public static Locale language(@Nullable VaadinRequest request) {
        var chosen = chosenLanguage(request);
        return chosen
                .orElseGet(() -> Languages.accepted(request == null ? null : request.getHeader("Accept-Language")));
    }

    static Optional<Locale> chosenLanguage(@Nullable VaadinRequest request) {
        return cookie(request, LANGUAGE).map(Languages::of);
    }

    static void language(UI ui, Locale locale) {
        keep(LANGUAGE, locale.toLanguageTag());
        speak(ui, locale);
    }

    static void speak(UI ui, Locale locale) {
        say(ui, locale);
        ui.getPage().executeJs("document.documentElement.lang = $0", locale.toLanguageTag());
    }

    private static void say(UI ui, Locale locale) {
        ui.setLocale(locale);
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("ui.reconnect"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("ui.reconnect.gaveup"));
    }

    public static ColorScheme.Value scheme(@Nullable VaadinRequest request) {
        return switch (cookie(request, SCHEME).orElse("")) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.SYSTEM;
        };
    }

    static void scheme(UI ui, ColorScheme.Value scheme) {
        keep(SCHEME, scheme == ColorScheme.Value.SYSTEM ? "system" : scheme.getValue());
        ui.getPage().setColorScheme(scheme);
    }

    private static Optional<String> cookie(@Nullable VaadinRequest request, String name) {
        var cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue)
                        .findFirst();
    }

    private static void keep(String name, String value) {
        if (VaadinResponse.getCurrent() instanceof VaadinServletResponse response
                && VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
            var cookie = new Cookie(name, value);
            cookie.setPath("/");
            cookie.setMaxAge(A_YEAR_S);
            cookie.setHttpOnly(true);
            var secure = PlainHttp.acceptsSecure(request);
            cookie.setSecure(secure);
            cookie.setAttribute("SameSite", secure ? "None" : "Lax");
            if (secure) {
                cookie.setAttribute("Partitioned", "true");
            }
            response.addCookie(cookie);
        }
    }
}
