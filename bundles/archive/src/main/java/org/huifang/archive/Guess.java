// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of {@code archive.search} can hold a word that was typed with a slip: those that have what a slip leaves whole.
 * One slip leaves one half of a word whole, or its two outer thirds; of four quarters two slips leave two. So the trigram
 * index finds few rows, of which {@link Misspelt} then tells who can be meant.
 */
final class Guess {
    static final int ONE_SLIP = 4;
    static final int TWO_SLIPS = 12;
    private static final int THIRDS = 9;
    private static final int PIECE = 3;

    private Guess() {
    }

    /** @param words of letters a to z, each at least {@link #ONE_SLIP} long */
    static Search of(List<String> words) {
        List<Search> each = words.stream().map(Guess::of).toList();
        return new Search(each.stream().map(Search::sql).collect(Collectors.joining(" and ")),
                each.stream().flatMap(one -> one.parameters().stream()).toList());
    }

    private static Search of(String word) {
        int length = word.length();
        List<List<String>> wholes = new ArrayList<>();
        if (length >= TWO_SLIPS) {
            for (int i = 0; i < 4; i++) {
                for (int j = i + 1; j < 4; j++) {
                    wholes.add(List.of(part(word, i, 4), part(word, j, 4)));
                }
            }
        } else {
            int half = Math.max(PIECE, length / 2);
            wholes.add(List.of(word.substring(0, half)));
            wholes.add(List.of(word.substring(length - half)));
            if (length >= THIRDS) {
                wholes.add(List.of(part(word, 0, 3), part(word, 2, 3)));
            }
        }
        var parameters = new ArrayList<Object>();
        var tests = wholes.stream().map(pieces -> {
            pieces.forEach(piece -> parameters.add("%" + piece + "%"));
            return "(" + String.join(" and ", pieces.stream().map(piece -> "s.plain like ?").toList()) + ")";
        }).collect(Collectors.toCollection(ArrayList::new));
        if (length == ONE_SLIP + 1) {
            // the middle letter of five is in both halves
            tests.add("s.words @@ ?::tsquery and s.plain like ?");
            parameters.add("'" + word.substring(0, 2) + "':*");
            parameters.add("%" + word.substring(0, 2) + "_" + word.substring(PIECE) + "%");
        }
        return new Search("(" + String.join(" or ", tests) + ")", parameters);
    }

    private static String part(String word, int number, int of) {
        return word.substring(word.length() * number / of, word.length() * (number + 1) / of);
    }
}
