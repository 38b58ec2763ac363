// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.util.List;

/**
 * How people can be reached, as it may stand where others see it too, or outside the own cases: the same on pages and in
 * answers to programs that a member of staff signed in to. In full for a reason only, which goes on record.
 */
public final class Masking {
    /** For what a masked value may be shown in full, as {@code Fact.Revealed} names it. */
    public static final List<String> REASONS = List.of("call", "check", "asked", "other");

    private Masking() {
    }

    /** A number with its beginning and its last four digits: {@code 138****1234}; nothing of a short one. */
    public static String phone(String number) {
        int length = number.length();
        return length <= 7 ? "****" : number.substring(0, length - 8) + "****" + number.substring(length - 4);
    }

    /** An address with its first letter and its domain: {@code z***@example.org}. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : first(address) + "***" + address.substring(at);
    }

    /** A WeChat id with its first letter. */
    public static String wechat(String id) {
        return id.isEmpty() ? "" : first(id) + "***";
    }

    /**
     * A value of a file: numbers, addresses and ids masked, anything else as it is.
     *
     * @param field the key of a field
     */
    public static String value(String field, String value) {
        return value.isEmpty() ? value : switch (field) {
            case "phone" -> phone(value);
            case "email" -> email(value);
            case "wechat" -> wechat(value);
            default -> value;
        };
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
