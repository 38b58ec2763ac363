// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of the pages here, in the reader's language. */
final class Words {
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private final ResourceBundle words;

    private Words(ResourceBundle words) {
        this.words = words;
    }

    /** By the browser's languages. */
    static Words of(HttpServletRequest request) {
        for (Locale wanted : Collections.list(request.getLocales())) {
            if (wanted.getLanguage().equals("en")) {
                break;
            }
            if (wanted.getLanguage().equals("zh")) {
                return of(wanted);
            }
        }
        return of(Locale.ROOT);
    }

    /** By what the platform said, and else by the browser. */
    static Words of(@Nullable String locale, HttpServletRequest request) {
        Locale said = Locale.forLanguageTag(locale == null ? "" : locale.replace('_', '-'));
        return switch (said.getLanguage()) {
            case "zh" -> of(said);
            case "" -> of(request);
            default -> of(Locale.ROOT);
        };
    }

    private static Words of(Locale locale) {
        boolean bare = locale.getLanguage().equals("zh") && locale.getCountry().isEmpty()
                && locale.getScript().isEmpty();
        return new Words(ResourceBundle.getBundle("org.huifang.platform.words",
                bare ? Locale.forLanguageTag("zh-Hans") : locale, Words.class.getClassLoader(), NO_FALLBACK));
    }

    /** Escaped for HTML, as the values are. */
    String say(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = text(String.valueOf(values[i]));
        }
        String pattern = text(words.getString(key));
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(texts);
    }

    /** As it is, for what is not HTML. */
    String plain(String key) {
        return words.getString(key);
    }

    static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }
}
