// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A talk script in one language, one version of it. The first node is where it begins.
 *
 * @param step of the plan that it is for, or "" for any
 * @param course that it is for, or null for any
 * @param language BCP 47
 */
public record Script(UUID id, int version, String name, String step, @Nullable UUID course, String language,
        List<Node> nodes) {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z][a-zA-Z.]*)}");
    private static final Pattern BLANK_AND_SLOT = Pattern.compile("([ \\t]?)" + SLOT);
    /** Up to a mark that ends a sentence with the quotes behind it, or to the end of the line. */
    private static final Pattern SENTENCE = Pattern
            .compile("\\s*(?:[^。！？!?.…\\n]|\\.(?!\\s|$))*+(?:[。！？!?.…]+[”’」』）)\"]*)?\\s*");

    public Script {
        nodes = List.copyOf(nodes);
    }

    public Optional<Node> start() {
        return nodes.stream().findFirst();
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /**
     * What the agent says next, and where it can go on.
     *
     * @param text with slots as {@code {name}}, filled by {@link #filled}
     * @param branches none where the script ends
     */
    public record Node(String id, String text, List<Branch> branches) {
        public Node {
            branches = List.copyOf(branches);
        }
    }

    /**
     * An answer and where it leads.
     *
     * @param to the id of a node
     */
    public record Branch(String answer, String to) {}

    /**
     * A text with its slots filled. A sentence with a slot that has no value is left out, so that nobody reads out "we
     * promised you: ." to somebody who was promised nothing; when nothing would be left, only the slots are.
     */
    public static String filled(String text, Map<String, String> slots) {
        var said = new StringBuilder();
        for (String sentence : sentences(text)) {
            if (slots(sentence).stream().noneMatch(slot -> slots.getOrDefault(slot, "").isBlank())) {
                said.append(replaced(sentence, slots));
            }
        }
        return (said.toString().isBlank() ? replaced(text, slots) : said.toString()).replaceAll("[ \\t]{2,}", " ")
                .strip();
    }

    /** With each slot that has no value goes the blank before it. */
    private static String replaced(String text, Map<String, String> slots) {
        return BLANK_AND_SLOT.matcher(text).replaceAll(found -> {
            String value = slots.getOrDefault(found.group(2), "");
            return Matcher.quoteReplacement(value.isBlank() ? "" : found.group(1) + value);
        });
    }

    /** The sentences of a text, each with what ends it and the blanks behind it: put together they are the text. */
    public static List<String> sentences(String text) {
        return SENTENCE.matcher(text).results().map(found -> found.group()).filter(part -> !part.isEmpty()).toList();
    }

    /** The slots that a text names. */
    public static List<String> slots(String text) {
        return SLOT.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    }
}
