// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a value that a person typed can be what it is meant to be. */
public final class Plausible {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,28}[0-9]");
    private static final int MOST = 500;
    /** As people write the names of channels. */
    private static final Map<String, String> CHANNELS = Map.ofEntries(Map.entry("电话", "phone"),
            Map.entry("電話", "phone"), Map.entry("phone", "phone"), Map.entry("call", "phone"),
            Map.entry("短信", "sms"), Map.entry("sms", "sms"), Map.entry("text message", "sms"),
            Map.entry("邮件", "email"), Map.entry("郵件", "email"), Map.entry("邮箱", "email"), Map.entry("郵箱", "email"),
            Map.entry("email", "email"), Map.entry("e-mail", "email"), Map.entry("微信", "wechat"),
            Map.entry("wechat", "wechat"), Map.entry("平台消息", "lms"), Map.entry("平臺消息", "lms"),
            Map.entry("platform message", "lms"), Map.entry("lms", "lms"));

    private Plausible() {
    }

    /**
     * As it is stored: without space around it, numbers, addresses and times in plain width, and a channel by its name
     * among {@link Reachability#CHANNELS} where it is known by another.
     */
    public static String plain(String field, String value) {
        boolean technical = !field.equals("name") && !field.equals("goal") && !field.equals("address");
        String plain = technical ? Normalizer.normalize(value, Normalizer.Form.NFKC).strip() : value.strip();
        return field.equals(Field.CHANNEL.key())
                ? CHANNELS.getOrDefault(plain.toLowerCase(Locale.ROOT), plain)
                : plain;
    }

    /** Null when it can be; else the word of {@link Edited.Refused#reason()}. */
    public static @Nullable String objection(String field, String value) {
        if (value.isEmpty()) {
            return Field.of(field).isEmpty() ? "field" : null;
        }
        if (value.length() > MOST) {
            return "long";
        }
        return switch (Field.of(field).orElse(null)) {
            case null -> "field";
            case EMAIL -> EMAIL.matcher(value).matches() ? null : "email";
            case PHONE -> PHONE.matcher(value).matches() ? null : "phone";
            case BIRTH_DATE -> holds(() -> LocalDate.parse(value)) ? null : "date";
            case TIME_ZONE -> holds(() -> ZoneId.of(value)) ? null : "zone";
            case LOCALE -> holds(() -> new Locale.Builder().setLanguageTag(value).build()) ? null : "locale";
            case HOURS -> hours(value) ? null : "hours";
            case CHANNEL -> Reachability.CHANNELS.contains(value) ? null : "channel";
            case NAME, READING, ADDRESS, WECHAT, GOAL -> null;
        };
    }

    private static boolean hours(String value) {
        String[] ends = value.split("-");
        return ends.length == 2 && holds(() -> LocalTime.parse(ends[0])) && holds(() -> LocalTime.parse(ends[1]));
    }

    private static boolean holds(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException | IllformedLocaleException e) {
            return false;
        }
    }
}
