// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed to find a file, as conditions on rows {@code s} of {@code archive.search}. Several words must all
 * match, each at the beginning of a word or of a name's end, or anywhere when it has three letters or digits in a row.
 *
 * @param sql true for what matches
 * @param parameters of it, in order
 */
record Search(String sql, List<Object> parameters) {
    private static final Pattern NUMBER = Pattern.compile("[+(0-9][0-9 ()./-]*");
    private static final Pattern THREE = Pattern.compile("[a-z0-9]{3}");
    private static final Pattern GUESSABLE = Pattern.compile("[a-z]{4,40}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** The country's code may stand before a number or not. */
    private static final int LONGEST_NUMBER = 10;
    private static final int MOST_WORDS = 8;

    Search {
        parameters = List.copyOf(parameters);
    }

    /** Empty when nothing is sought: all match. */
    static Optional<Search> exact(String typed) {
        String folded = Spelling.folded(Text.storable(typed));
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        String digits = Spelling.digits(folded);
        if (NUMBER.matcher(folded).matches() && digits.length() >= 3) {
            return Optional.of(latin(digits.substring(Math.max(0, digits.length() - LONGEST_NUMBER))));
        }
        return Optional.of(all(runs(folded).map(run -> run.latin() ? latin(run.text()) : beginning(run.text()))
                .toList()));
    }

    /** For 小明 also who is read xiaoming; empty when there is nothing to read. */
    static Optional<Search> alike(String typed) {
        List<Spelling.Run> runs = runs(Spelling.folded(typed)).toList();
        return runs.stream().noneMatch(Spelling.Run::han)
                ? Optional.empty()
                : Optional.of(all(runs.stream().map(run -> run.latin()
                        ? latin(run.text())
                        : run.han() ? read(run.text()) : beginning(run.text())).toList()));
    }

    /** The words that are sought, in Latin letters, for a comparison that forgives; none when they are too few for that. */
    static List<String> spelt(String typed) {
        List<String> words = SPACE.splitAsStream(Spelling.folded(typed)).limit(MOST_WORDS)
                .map(word -> Spelling.runs(word).stream().map(Search::letters).collect(Collectors.joining())).toList();
        return words.stream().allMatch(word -> GUESSABLE.matcher(word).matches()) ? words : List.of();
    }

    private static String letters(Spelling.Run run) {
        String letters = Spelling.withoutSigns(run.text());
        return run.latin() || letters.isEmpty() ? letters : run.han() ? first(run.text()) : "?";
    }

    /** What is between signs: a name is found with its dots and brackets or without. */
    private static Stream<Spelling.Run> runs(String folded) {
        return SPACE.splitAsStream(folded).limit(MOST_WORDS).flatMap(word -> Spelling.runs(word).stream())
                .filter(run -> !Spelling.withoutSigns(run.text()).isEmpty());
    }

    private static Search latin(String text) {
        String letters = Spelling.withoutSigns(text);
        if (!THREE.matcher(text).find()) {
            return letters.isEmpty() ? new Search("false", List.of()) : beginning(letters);
        }
        var inside = new Search("s.plain like ?", List.of("%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%"));
        return new Search("(s.words @@ ?::tsquery or " + inside.sql + ")",
                List.of(lexeme(letters), inside.parameters.getFirst()));
    }

    private static Search beginning(String text) {
        String letters = Spelling.withoutSigns(text);
        return letters.isEmpty()
                ? new Search("false", List.of())
                : new Search("s.words @@ ?::tsquery", List.of(lexeme(letters)));
    }

    private static Search read(String han) {
        List<List<String>> readings = Han.readings(han).stream().filter(ways -> !ways.isEmpty()).toList();
        List<String> ways = SearchWords.joined(readings);
        return readings.isEmpty()
                ? beginning(han)
                : new Search("s.words @@ ?::tsquery",
                        List.of(ways.stream().map(Search::lexeme).collect(Collectors.joining(" | "))));
    }

    private static String first(String han) {
        return Han.readings(han).stream().filter(ways -> !ways.isEmpty()).map(List::getFirst)
                .collect(Collectors.joining());
    }

    private static String lexeme(String letters) {
        return "'" + letters + "':*";
    }

    private static Search all(List<Search> parts) {
        var parameters = new ArrayList<>();
        parts.forEach(part -> parameters.addAll(part.parameters));
        return parts.isEmpty()
                ? new Search("false", List.of())
                : new Search(parts.stream().map(Search::sql).collect(Collectors.joining(" and ")), parameters);
    }
}
