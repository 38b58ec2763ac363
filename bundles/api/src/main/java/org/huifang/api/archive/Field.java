// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file can hold about who a person is. */
public enum Field {
    NAME("name"),
    /** How the name is read, in Latin letters: surnames like 曾, 单 and 仇 are read otherwise than dictionaries say. */
    READING("reading"),
    /** How to address the person: 王老师, Ms Weber. */
    ADDRESS("address"), EMAIL("email"), PHONE("phone"),
    /** A WeChat id. */
    WECHAT("wechat"),
    /** BCP 47. */
    LOCALE("locale"),
    /** IANA. */
    TIME_ZONE("timeZone"),
    /** Why the person learns, in their words. */
    GOAL("goal"),
    /** The preferred channel: {@code phone}, {@code sms}, {@code email}, {@code wechat}, {@code lms}. */
    CHANNEL("channel"),
    /** When the person likes to be called, in their own zone, as {@code 19:00-21:00}. */
    HOURS("hours"),
    /** ISO 8601. */
    BIRTH_DATE("birthDate");

    private static final int SHORTEST_NUMBER = 7;
    /** The country's code may stand before a number or not. */
    private static final int NUMBER = 10;

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** As it stands in facts and messages. */
    public String key() {
        return key;
    }

    /**
     * What two spellings of one value have in common: the last ten digits of a number, an address in small letters;
     * anything else is itself.
     *
     * @param key of a field
     */
    public static String plain(String key, String value) {
        if (key.equals(EMAIL.key)) {
            return value.strip().toLowerCase(Locale.ROOT);
        }
        String digits = key.equals(PHONE.key) ? value.replaceAll("[^0-9]", "") : "";
        return digits.length() < SHORTEST_NUMBER ? value : digits.substring(Math.max(0, digits.length() - NUMBER));
    }

    public static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
