// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import org.huifang.api.archive.FieldValue;

/** Phone numbers and addresses as they may stand in a file that one is not working on: {@code 138****1234}. */
final class Mask {
    private Mask() {
    }

    static String shown(FieldValue value) {
        return switch (value.field()) {
            case "phone" -> phone(value.value());
            case "email" -> email(value.value());
            default -> value.value();
        };
    }

    static String phone(String number) {
        int length = number.length();
        return length <= 7 ? "****" : number.substring(0, length - 8) + "****" + number.substring(length - 4);
    }

    static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
    }
}
