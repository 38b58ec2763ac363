// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of a text when case, width, accents and the kind of Han characters do not matter. */
final class Spelling {
    /** A run of one kind: Han, other letters beyond ASCII, or what a keyboard has. */
    record Run(String text, boolean latin) {
        boolean han() {
            return text.codePoints().allMatch(Han::is);
        }
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern RUNS = Pattern
            .compile("\\p{IsHan}+|[\\p{ASCII}&&[^\\s]]+|[^\\p{IsHan}\\p{ASCII}\\s]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");

    private Spelling() {
    }

    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String letters = MARKS.matcher(plain).replaceAll("").replace("ß", "ss").replace("æ", "ae").replace("œ", "oe")
                .replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i");
        return Han.simplified(Normalizer.normalize(letters, Normalizer.Form.NFC)).strip();
    }

    /** Of a folded text. */
    static List<Run> runs(String folded) {
        var runs = new ArrayList<Run>();
        Matcher found = RUNS.matcher(folded);
        while (found.find()) {
            runs.add(new Run(found.group(), found.group().codePointAt(0) < 0x80));
        }
        return runs;
    }

    /** Letters, digits and pictures; the signs between them left out. */
    static String withoutSigns(String text) {
        return SIGNS.matcher(text).replaceAll("");
    }

    static String digits(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    }

    /** As words with spaces between them, signs read as spaces. */
    static List<String> words(String folded) {
        return List.of(SIGNS.matcher(folded).replaceAll(" ").strip().split(" ")).stream()
                .filter(word -> !word.isEmpty()).toList();
    }
}
