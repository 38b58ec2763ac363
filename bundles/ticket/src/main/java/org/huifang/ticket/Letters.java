// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.huifang.api.ticket.CourseChange;

/** What raisers are told, in the three languages. */
enum Letters {
    ZH_HANS("zh-Hans"), ZH_HANT("zh-Hant"), EN("en");

    private final String tag;
    private final Properties texts = new Properties();

    Letters(String tag) {
        this.tag = tag;
        try (InputStream file = Letters.class.getResourceAsStream("letters_" + tag + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no letters for " + tag);
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a BCP 47 tag; simplified Chinese for what is none of ours. */
    static Letters of(String language) {
        Locale locale = Locale.forLanguageTag(language);
        if (locale.getLanguage().equals("zh")) {
            boolean traditional = locale.getScript().isEmpty()
                    ? List.of("TW", "HK", "MO").contains(locale.getCountry())
                    : locale.getScript().equals("Hant");
            return traditional ? ZH_HANT : ZH_HANS;
        }
        return locale.getLanguage().isEmpty() ? ZH_HANS : EN;
    }

    String tag() {
        return tag;
    }

    String draft(CourseChange change) {
        return text("draft", change.title(), change.what()).strip();
    }

    String subject(Post.Kind kind, String title) {
        return text(kind.name().toLowerCase(Locale.ROOT) + ".subject", title);
    }

    /** @param link on a line of its own, or "" */
    String body(Post post, Case about, String link) {
        String kind = post.kind().name().toLowerCase(Locale.ROOT);
        String said = post.kind() == Post.Kind.ASK
                ? text("ask", about.raised().title(), about.solution().action(), post.said())
                : text(kind, about.raised().title(), post.said());
        return said.strip() + "\n\n" + (link.isEmpty() ? text("page") : text(kind + ".link") + "\n" + link);
    }

    /** To staff. */
    String lateSubject(long number) {
        return text("late.subject", Long.toString(number));
    }

    /** To staff; no word of whoever raised it. */
    String late(long number, String owner) {
        return text("late", Long.toString(number), owner);
    }

    private String text(String key, Object... places) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(tag + " has no " + key);
        }
        return places.length == 0 ? text : new MessageFormat(text, Locale.forLanguageTag(tag)).format(places);
    }

    Properties texts() {
        return texts;
    }
}
