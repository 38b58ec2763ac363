// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The course platform's two languages. */
final class Words {
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private final ResourceBundle words;

    private Words(Locale locale) {
        this.words = ResourceBundle.getBundle("org.huifang.demo.words", locale, Words.class.getClassLoader(),
                NO_FALLBACK);
    }

    static Words of(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        boolean chinese = asked == null ? request.getLocale().getLanguage().equals("zh") : asked.equals("zh");
        return new Words(chinese ? Locale.CHINESE : Locale.ROOT);
    }

    String lang() {
        return words.getString("lang");
    }

    /** As the launch tells it. */
    static String locale(String lang) {
        return lang.equals("zh") ? "zh-CN" : "en";
    }

    /** Escaped, with the values escaped as well. */
    String say(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] instanceof Number n ? n : text(String.valueOf(values[i]));
        }
        return new MessageFormat(text(words.getString(key)), Locale.ROOT).format(texts);
    }

    static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }
}
