// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.Plausible;
import org.huifang.api.intake.RowReason;
import org.huifang.intake.file.Harmless;
import org.jspecify.annotations.Nullable;

/** Makes of what stands in a list what the archive holds; what is in doubt is refused and never guessed. */
final class Mending {
    private static final int LONGEST = 1_000;
    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>]{1,64}@[^\\s@,;<>]+\\.[^\\s@,;<>.]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,20}");
    private static final Pattern SHORTENED = Pattern.compile("(\\d(?:\\.(\\d+))?)[eE]\\+?(\\d{1,2})");
    private static final Pattern HOURS = Pattern
            .compile("(\\d{1,2})(?:[:点點时時](\\d{2})?分?)?\\s*[-–—~至到]\\s*(\\d{1,2})(?:[:点點时時](\\d{2})?分?)?");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(Map.entry("中文", "zh-Hans"),
            Map.entry("简体中文", "zh-Hans"), Map.entry("汉语", "zh-Hans"), Map.entry("普通话", "zh-Hans"),
            Map.entry("繁体中文", "zh-Hant"), Map.entry("繁體中文", "zh-Hant"), Map.entry("英文", "en"),
            Map.entry("英语", "en"), Map.entry("英語", "en"), Map.entry("chinese", "zh-Hans"), Map.entry("english", "en"));
    private static final Map<String, String> ZONES = Map.of("北京", "Asia/Shanghai", "北京时间", "Asia/Shanghai", "北京時間",
            "Asia/Shanghai", "上海", "Asia/Shanghai", "香港", "Asia/Hong_Kong", "台北", "Asia/Taipei", "东京", "Asia/Tokyo");
    private Mending() {
    }

    /** What both the list and a spreadsheet put around a value goes; never the value's own characters. */
    static String plain(String cell) {
        String text = Harmless.unmark(cell.strip());
        return (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2
                ? text.substring(2, text.length() - 1)
                : text).strip();
    }

    /** Without the characters that steer a terminal or a printer; lines stay lines. */
    static String legible(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
    }

    /** A key as it may stand in a list's own column. */
    static Mended id(String text) {
        String id = number(narrow(text));
        if (SHORTENED.matcher(id).matches()) {
            return new Mended.Bad(RowReason.DIGITS_LOST);
        }
        return id.length() > 255 ? new Mended.Bad(RowReason.LONG) : good(id);
    }

    static Mended value(Field field, String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return new Mended.Bad(RowReason.UNREADABLE);
        }
        if (text.length() > LONGEST) {
            return new Mended.Bad(RowReason.LONG);
        }
        if (text.matches("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)")) {
            return new Mended.Bad(RowReason.FORMULA_ERROR);
        }
        return switch (field) {
            case EMAIL -> matching(MAIL, narrow(text), RowReason.EMAIL);
            case PHONE -> phone(number(narrow(text)));
            case BIRTH_DATE -> Dates.read(narrow(text));
            case LOCALE -> language(narrow(text));
            case TIME_ZONE -> zone(narrow(text));
            case CHANNEL -> channel(Plausible.plain(field.key(), text));
            case HOURS -> hours(narrow(text));
            default -> good(legible(text));
        };
    }

    private static Mended good(String value) {
        return new Mended.Good(value);
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static Mended matching(Pattern pattern, String text, RowReason otherwise) {
        return pattern.matcher(text).matches() ? good(text) : new Mended.Bad(otherwise);
    }

    private static Mended channel(String text) {
        return Plausible.objection(Field.CHANNEL.key(), text) == null ? good(text) : new Mended.Bad(RowReason.CHANNEL);
    }

    /** Written out in full when no digit is missing. */
    private static String number(String text) {
        Matcher shortened = SHORTENED.matcher(text);
        if (shortened.matches()) {
            int decimals = shortened.group(2) == null ? 0 : shortened.group(2).length();
            return decimals >= Integer.parseInt(shortened.group(3)) ? new BigDecimal(text).toPlainString() : text;
        }
        return text.matches("\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    }

    private static Mended phone(String text) {
        if (SHORTENED.matcher(text).matches()) {
            return new Mended.Bad(RowReason.DIGITS_LOST);
        }
        String digits = text.replaceAll("[\\s().\\-‐‑–—/]", "");
        return matching(PHONE, digits.startsWith("00") ? "+" + digits.substring(2) : digits, RowReason.PHONE);
    }

    private static Mended language(String text) {
        String word = LANGUAGES.get(text.toLowerCase(Locale.ROOT));
        if (word != null) {
            return good(word);
        }
        try {
            var locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            return locale.getLanguage().isEmpty() ? new Mended.Bad(RowReason.LANGUAGE) : good(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return new Mended.Bad(RowReason.LANGUAGE);
        }
    }

    private static Mended zone(String text) {
        try {
            return good(ZoneId.of(ZONES.getOrDefault(text, text)).getId());
        } catch (DateTimeException e) {
            return new Mended.Bad(RowReason.ZONE);
        }
    }

    private static Mended hours(String text) {
        Matcher parts = HOURS.matcher(text);
        if (!parts.matches()) {
            return new Mended.Bad(RowReason.HOURS);
        }
        try {
            return good(time(parts.group(1), parts.group(2)) + "-" + time(parts.group(3), parts.group(4)));
        } catch (DateTimeException e) {
            return new Mended.Bad(RowReason.HOURS);
        }
    }

    private static LocalTime time(String hour, @Nullable String minute) {
        return LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
    }
}
