// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that a questionnaire speaks, each with its own file of whole sentences. */
enum Language {
    ZH_HANS("zh-Hans", "简体中文"), ZH_HANT("zh-Hant", "繁體中文"), EN("en", "English");

    private static final int LONGEST_HEADER = 500;

    private final String tag;
    private final String ownName;
    private final Properties texts = new Properties();

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        try (InputStream file = Language.class.getResourceAsStream("messages_" + tag + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no messages for " + tag);
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String tag() {
        return tag;
    }

    String ownName() {
        return ownName;
    }

    /** The sentence of this key with its places filled; missing ones would be a mistake of ours, and a test finds it. */
    String text(String key, Object... places) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(tag + " has no " + key);
        }
        return places.length == 0 ? text : new MessageFormat(text, Locale.forLanguageTag(tag)).format(places);
    }

    Properties texts() {
        return texts;
    }

    /** The one asked for in the link, else the first that the browser accepts, else simplified Chinese. */
    static Language of(@Nullable String asked, @Nullable String acceptLanguage) {
        return Optional.ofNullable(asked).flatMap(Language::of)
                .or(() -> ranges(acceptLanguage).flatMap(range -> of(range.getRange()).stream()).findFirst())
                .orElse(ZH_HANS);
    }

    private static Stream<Locale.LanguageRange> ranges(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return Stream.empty();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static Optional<Language> of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().equals("en")) {
            return Optional.of(EN);
        }
        if (!locale.getLanguage().equals("zh")) {
            return Optional.empty();
        }
        boolean traditional = locale.getScript().isEmpty()
                ? List.of("TW", "HK", "MO").contains(locale.getCountry())
                : locale.getScript().equals("Hant");
        return Optional.of(traditional ? ZH_HANT : ZH_HANS);
    }
}
