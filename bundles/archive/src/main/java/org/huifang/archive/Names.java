// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same: width, case and spaces aside. */
final class Names {
    private Names() {
    }

    static boolean same(String one, String other) {
        return !one.isBlank() && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
