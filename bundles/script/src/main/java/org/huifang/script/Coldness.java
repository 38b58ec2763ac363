// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huifang.api.script.Script;
import org.huifang.api.script.ScriptVersion.Node;

/**
 * The warmth guard. Three fixed sentences in a row are read out, not said: a sentence with a slot is about this learner,
 * a question hands the word over, and where there are several answers the learner has spoken. A node with one way on runs
 * into the next one, so the count does as well.
 */
final class Coldness {
    private static final int REFUSED = 3;

    /** The sentence that is one too many. */
    record Cold(int at, String sentence) {}

    private final List<Node> nodes;
    private final Map<String, Map<String, Integer>> entering = new HashMap<>();

    Coldness(List<Node> nodes) {
        this.nodes = nodes;
    }

    Optional<Cold> of(Node node, String language) {
        int row = entering.computeIfAbsent(language, this::runs).getOrDefault(node.id(), 0);
        int at = 0;
        for (String sentence : Script.sentences(node.text(language))) {
            row = after(row, sentence);
            if (row >= REFUSED && fixed(sentence)) {
                int blanks = sentence.length() - sentence.stripLeading().length();
                return Optional.of(new Cold(at + blanks, sentence.strip()));
            }
            at += sentence.length();
        }
        return Optional.empty();
    }

    /** With how many fixed sentences behind one a node can be entered, at worst; it only grows, and not beyond the limit. */
    private Map<String, Integer> runs(String language) {
        Map<String, Integer> runs = new HashMap<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Node node : nodes) {
                if (node.branches().size() == 1) {
                    int row = runs.getOrDefault(node.id(), 0);
                    for (String sentence : Script.sentences(node.text(language))) {
                        row = after(row, sentence);
                    }
                    // beyond the limit the node itself is refused, and what follows it is judged afresh
                    int left = row >= REFUSED ? 0 : row;
                    String to = node.branches().getFirst().to();
                    if (left > runs.getOrDefault(to, 0)) {
                        runs.put(to, left);
                        grown = true;
                    }
                }
            }
        }
        return runs;
    }

    private static int after(int row, String sentence) {
        if (fixed(sentence)) {
            return row + 1;
        }
        return said(sentence) ? 0 : row;
    }

    private static boolean fixed(String sentence) {
        return said(sentence) && Script.slots(sentence).isEmpty() && sentence.indexOf('?') < 0
                && sentence.indexOf('？') < 0;
    }

    /** Whether it holds any word; marks and blanks alone are not said. */
    private static boolean said(String sentence) {
        return sentence.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
