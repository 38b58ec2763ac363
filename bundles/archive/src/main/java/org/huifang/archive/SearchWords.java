// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file is found by. Words are found by their beginning, so a name stands there with each of its ends: 方晓明 as
 * 方晓明, 晓明, 明, as fangxiaoming, xiaoming, ming, and as fxm, xm, m. The plain text is found by any three characters in a
 * row.
 */
final class SearchWords {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_ADDRESS = 100;
    private static final int MOST_SPELLINGS = 8;

    private final Set<String> words = new TreeSet<>();
    private final Set<String> plain = new LinkedHashSet<>();

    /** One current value of any source. */
    void add(String field, String value) {
        switch (field) {
            case "name", "address" -> name(value);
            case "reading" -> spelt(Spelling.words(ascii(Spelling.folded(value))).stream().map(List::of).toList());
            case "phone" -> phone(Spelling.digits(value));
            case "email", "wechat" -> address(Spelling.folded(value));
            default -> {
                // nobody is looked for by anything else
            }
        }
    }

    String[] words() {
        return words.toArray(String[]::new);
    }

    String plain() {
        return String.join(" ", plain);
    }

    private void name(String name) {
        String whole = cut(name, LONGEST_NAME);
        String folded = Spelling.folded(whole);
        List<List<String>> latin = new ArrayList<>();
        var han = new StringBuilder();
        for (String word : Spelling.words(folded)) {
            for (Spelling.Run run : Spelling.runs(word)) {
                if (run.latin()) {
                    latin.add(List.of(run.text()));
                } else {
                    ends(run.text());
                    han.append(run.han() ? run.text() : "");
                }
            }
        }
        ends(han.toString());
        spelt(latin);
        // read as it is written: of 乾 the simplified form would be read otherwise
        spelt(Han.readings(onlyHan(whole)).stream().filter(readings -> !readings.isEmpty()).toList());
        String ascii = ascii(folded).strip();
        if (!ascii.isEmpty()) {
            plain.add(ascii);
        }
    }

    private void ends(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            words.add(text.substring(i));
        }
    }

    /** Syllables or words, each with the ways to spell it. */
    private void spelt(List<List<String>> syllables) {
        if (syllables.isEmpty()) {
            return;
        }
        for (int from = 0; from < syllables.size(); from++) {
            for (String whole : joined(syllables.subList(from, syllables.size()))) {
                words.add(whole);
                // the whole name, and what is left without the surname
                if (from <= 1) {
                    plain.add(whole);
                }
            }
        }
        List<List<String>> initials = syllables.stream()
                .map(ways -> ways.stream().map(way -> way.substring(0, 1)).distinct().toList()).toList();
        for (int from = 0; from < initials.size(); from++) {
            words.addAll(joined(initials.subList(from, initials.size())));
        }
        // as people shorten: fangxm
        for (String rest : joined(initials.subList(1, initials.size()))) {
            syllables.getFirst().forEach(surname -> words.add(surname + rest));
        }
    }

    static List<String> joined(List<List<String>> syllables) {
        List<String> all = List.of("");
        for (List<String> ways : syllables) {
            List<String> before = all;
            all = ways.stream().flatMap(way -> before.stream().map(start -> start + way)).limit(MOST_SPELLINGS)
                    .toList();
        }
        return all;
    }

    private void phone(String digits) {
        if (!digits.isEmpty()) {
            plain.add(digits);
        }
    }

    private void address(String address) {
        String whole = cut(address, LONGEST_ADDRESS);
        if (!whole.isBlank()) {
            plain.add(whole);
            words.addAll(Spelling.words(whole));
        }
    }

    private static String onlyHan(String text) {
        return text.codePoints().filter(Han::is)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\p{ASCII}]+", " ");
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
