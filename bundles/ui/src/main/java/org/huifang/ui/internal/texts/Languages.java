// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.texts;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import org.huifang.ui.MessageFiles;
import org.jspecify.annotations.Nullable;

/** Which of our languages a person is served in. */
public final class Languages {
    private static final Locale HANS = MessageFiles.LOCALES.get(0);
    private static final Locale HANT = MessageFiles.LOCALES.get(1);
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    private Languages() {
    }

    /** The language of ours for this tag, or null. */
    public static @Nullable Locale of(@Nullable String tag) {
        var locale = tag == null ? Locale.ROOT : Locale.forLanguageTag(tag.replace('_', '-'));
        return switch (locale.getLanguage()) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> locale.getScript().equals("Hant") || TRADITIONAL.contains(locale.getCountry()) ? HANT : HANS;
            default -> null;
        };
    }

    /** The first language of an {@code Accept-Language} header that is one of ours, otherwise English. */
    public static Locale accepted(@Nullable String header) {
        if (header != null && !header.isBlank()) {
            try {
                for (var range : LanguageRange.parse(header)) {
                    var found = of(range.getRange());
                    if (found != null && range.getWeight() > 0) {
                        return found;
                    }
                }
            } catch (IllegalArgumentException malformed) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }
}
