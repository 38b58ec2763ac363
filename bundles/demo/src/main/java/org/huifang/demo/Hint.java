// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

/**
 * What the platform wants to be told again when the tool asks who is there.
 *
 * @param link {@code course}, {@code questionnaire}, an activity's link, or {@code pick}
 * @param shown {@code iframe} or {@code window}
 */
record Hint(String link, String lang, String shown) {
    private static final String PICK = "pick";

    static Hint parse(String text) {
        String[] parts = text.split("\\|", -1);
        return new Hint(parts[0], parts.length > 1 && parts[1].equals("zh") ? "zh" : "en",
                parts.length > 2 && parts[2].equals("window") ? "window" : "iframe");
    }

    static Hint pick(String lang) {
        return new Hint(PICK, lang, "iframe");
    }

    boolean picks() {
        return link.equals(PICK);
    }

    @Override
    public String toString() {
        return link + "|" + lang + "|" + shown;
    }
}
