// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.consent.Policies;
import org.huifang.ui.parts.Words;

/** Names and values of the rules of consent and retention as words. */
final class RuleWords {
    private static final List<String> DATA = List.of("contact", "contact.minor", "note", "note.minor", "consent");

    private RuleWords() {
    }

    static String name(String rule) {
        if (rule.startsWith(Policies.CHANNELS_OF)) {
            return I18NProvider.translate("policies.rule.channels",
                    Words.purpose(rule.substring(Policies.CHANNELS_OF.length())));
        }
        if (rule.startsWith(Policies.RETENTION_OF)) {
            var data = rule.substring(Policies.RETENTION_OF.length());
            return I18NProvider.translate("policies.rule.retention",
                    DATA.contains(data) ? I18NProvider.translate("policies.data." + data.replace(".", "")) : data);
        }
        return switch (rule) {
            case Policies.GUARDIAN_AGE -> I18NProvider.translate("policies.rule.guardianage");
            case Policies.PURPOSES -> I18NProvider.translate("policies.rule.purposes");
            case Policies.CONTRACT -> I18NProvider.translate("policies.rule.contract");
            case Policies.SCHOOL_NAME -> I18NProvider.translate("policies.rule.school");
            case Policies.REVIEWED_FIELDS -> I18NProvider.translate("policies.rule.fields");
            default -> rule;
        };
    }

    static String value(String rule, String value) {
        if (rule.startsWith(Policies.RETENTION_OF)) {
            return period(value).map(RuleWords::words).orElse(value);
        }
        if (rule.equals(Policies.GUARDIAN_AGE) && value.matches("\\d{1,3}")) {
            return I18NProvider.translate("policies.age", Integer.parseInt(value));
        }
        var words = rule.equals(Policies.SCHOOL_NAME)
                ? value
                : words(value).map(word -> word(rule, word)).collect(Collectors.joining(" · "));
        return words.isEmpty() ? I18NProvider.translate("policies.rule.nothing") : words;
    }

    /** One word of a list, as {@code phone}. */
    static String word(String rule, String word) {
        if (rule.startsWith(Policies.CHANNELS_OF)) {
            return PolicyWords.channel(word);
        }
        return switch (rule) {
            case Policies.PURPOSES, Policies.CONTRACT -> Words.purpose(word);
            case Policies.REVIEWED_FIELDS -> Words.field(word);
            default -> word;
        };
    }

    static Stream<String> words(String value) {
        return Stream.of(value.strip().split("\\s+")).filter(word -> !word.isEmpty());
    }

    static Optional<Period> period(String value) {
        try {
            return Optional.of(Period.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String words(Period period) {
        return Stream.of(part("policies.years", period.getYears()), part("policies.months", period.getMonths()),
                part("policies.days", period.getDays())).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    private static Optional<String> part(String key, int number) {
        return number == 0 ? Optional.empty() : Optional.of(I18NProvider.translate(key, number));
    }
}
