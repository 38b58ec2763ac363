// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Collection;
import java.util.List;

/** Whether what was typed can have been meant for one of the words of a file: one slip from four letters on, two from twelve. */
final class Misspelt {
    private Misspelt() {
    }

    /** Every word must be one, or the beginning of one. */
    static boolean of(List<String> typed, Collection<String> words) {
        return typed.stream().allMatch(each -> words.stream().anyMatch(word -> near(each, word)));
    }

    private static boolean near(String typed, String word) {
        int slips = typed.length() >= Guess.TWO_SLIPS ? 2 : typed.length() >= Guess.ONE_SLIP ? 1 : 0;
        String beginning = word.substring(0, Math.min(word.length(), typed.length()));
        return slips(typed, beginning) <= slips
                || Math.abs(word.length() - typed.length()) <= slips && slips(typed, word) <= slips;
    }

    /** Letters left out, added, exchanged, or two of them the wrong way round (optimal string alignment). */
    private static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : best(slips, one, other, i, j);
            }
        }
        return slips[one.length()][other.length()];
    }

    private static int best(int[][] slips, String one, String other, int i, int j) {
        int exchanged = slips[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchanged, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean turned = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return turned ? Math.min(best, slips[i - 2][j - 2] + 1) : best;
    }
}
