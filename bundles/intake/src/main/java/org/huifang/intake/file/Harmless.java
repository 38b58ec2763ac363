// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from taking a value for a formula (OWASP, CSV injection), and takes the mark off again. */
public final class Harmless {
    private static final Pattern TOUCHED = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private Harmless() {
    }

    public static String mark(String value) {
        return TOUCHED.matcher(value).matches() ? "'" + value : value;
    }

    public static String unmark(String value) {
        return value.startsWith("'") && TOUCHED.matcher(value).matches() ? value.substring(1) : value;
    }
}
