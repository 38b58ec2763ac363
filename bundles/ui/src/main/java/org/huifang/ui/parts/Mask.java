// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import java.util.regex.Pattern;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;

/** Names, phone numbers and addresses as they may stand where others see them too, or outside the own cases. */
public final class Mask {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Mask() {
    }

    /** A number with its beginning and its last four digits: {@code 138****1234}; nothing of a short one. */
    public static String phone(String number) {
        return Masking.phone(number);
    }

    /** An address with its first letter and its domain: {@code z***@example.org}. */
    public static String email(String address) {
        return Masking.email(address);
    }

    /** A name where one only has to know that it is somebody: {@code 王*明}, {@code Anna S.}. */
    public static String name(String name) {
        var words = SPACE.split(name.strip());
        if (words.length > 1) {
            return words[0] + " " + first(words[words.length - 1]) + ".";
        }
        var only = words[0].codePoints().toArray();
        return switch (only.length) {
            case 0, 1 -> "*";
            case 2 -> first(words[0]) + "*";
            default -> first(words[0]) + "*" + Character.toString(only[only.length - 1]);
        };
    }

    /** A value of a file: phone numbers, addresses and WeChat ids masked, anything else as it is. */
    public static String shown(FieldValue value) {
        return shown(value.field(), value.value());
    }

    /** @param field the key of a field; a channel is shown by its name */
    public static String shown(String field, String value) {
        return field.equals(Field.CHANNEL.key()) ? Words.channel(value) : Masking.value(field, value);
    }

    private static String first(String word) {
        return Character.toString(word.codePointAt(0));
    }
}
