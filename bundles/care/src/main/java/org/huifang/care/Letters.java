// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.huifang.api.care.Greeting;

/** The languages of greetings, and what Huifang itself says in them. */
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

    /** Of a BCP 47 tag; simplified Chinese for somebody whose language is not known, English for what is none of ours. */
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

    /** The language to greet somebody in who reads this one, of those that are written. */
    static Letters among(Map<String, Greeting.Text> texts, String language) {
        Letters own = of(language);
        List<Letters> order = switch (own) {
            case ZH_HANS -> List.of(ZH_HANS, ZH_HANT, EN);
            case ZH_HANT -> List.of(ZH_HANT, ZH_HANS, EN);
            case EN -> List.of(EN, ZH_HANS, ZH_HANT);
        };
        return order.stream().filter(each -> texts.containsKey(each.tag)).findFirst().orElse(own);
    }

    String tag() {
        return tag;
    }

    /** Who sends a greeting, why one gets it, and how that ends. @param school its name, or "" */
    String last(String school) {
        return school.isEmpty()
                ? text("last")
                : new MessageFormat(text("last.school"), Locale.forLanguageTag(tag)).format(new Object[]{school});
    }

    /** Somebody whose name cannot stand in a greeting. */
    String someone() {
        return text("name");
    }

    /** A course whose title cannot stand in a greeting. */
    String someCourse() {
        return text("course");
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(tag + " has no " + key);
        }
        return text;
    }
}
