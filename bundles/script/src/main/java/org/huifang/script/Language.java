// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The nearest of the languages that there are. */
final class Language {
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");
    private static final List<String> ORDER = List.of("zh-Hans", "zh-Hant", "en");

    private Language() {
    }

    static Optional<String> nearest(Set<String> languages, String wanted) {
        Locale locale = Locale.forLanguageTag(wanted);
        return languages.stream()
                .min(Comparator.<String>comparingInt(language -> -nearness(Locale.forLanguageTag(language), locale))
                        .thenComparingInt(language -> Math.floorMod(ORDER.indexOf(language), 100))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int nearness(Locale language, Locale wanted) {
        if (language.equals(wanted)) {
            return 3;
        }
        if (!language.getLanguage().equals(wanted.getLanguage())) {
            return 0;
        }
        return script(language).equals(script(wanted)) ? 2 : 1;
    }

    /** The script that a tag of Chinese means also when it does not name it. */
    private static String script(Locale locale) {
        if (!locale.getScript().isEmpty() || !locale.getLanguage().equals("zh")) {
            return locale.getScript();
        }
        return TRADITIONAL.contains(locale.getCountry()) ? "Hant" : "Hans";
    }
}
