// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a script in all its languages. What was once live never changes.
 *
 * @param script the same for all versions
 * @param version counts from 1
 * @param name as the school calls it, or "" for those that Huifang brings
 * @param step of the plan that it is for, or "" for any
 * @param course that it is for, or null for any
 * @param variant "" or {@code A}, {@code B}: several live scripts for one step and course share the learners
 * @param nodes the first is where it begins
 * @param edition counts the times it was kept, so that nobody writes over what a colleague typed
 * @param authors everybody who kept it
 * @param changed when it was last kept
 */
public record ScriptVersion(UUID script, int version, String name, String step, @Nullable UUID course, String variant,
        Status status, List<Node> nodes, int edition, Set<UUID> authors, Instant changed) {
    /** As many nodes as one can still survey. */
    public static final int MOST_NODES = 60;
    /** As many answers as there are digits to choose one with. */
    public static final int MOST_BRANCHES = 9;
    /** Characters of a text. */
    public static final int LONGEST = 2_000;

    public ScriptVersion {
        nodes = List.copyOf(nodes);
        authors = Set.copyOf(authors);
        if (nodes.size() > MOST_NODES) {
            throw new IllegalArgumentException("a script has at most 60 nodes");
        }
    }

    /** Where a version stands; of a script one at most is open (draft or asked for), and one at most is live. */
    public enum Status {
        DRAFT,
        /** Waits for somebody else than its authors. */
        ASKED, LIVE,
        /** Was live until a newer one was. */
        REPLACED,
        /** Was live until it was taken out of use. */
        RETIRED;

        /** True while it can still become another text. */
        public boolean open() {
            return this == DRAFT || this == ASKED;
        }
    }

    /**
     * What the agent says next, and where it can go on.
     *
     * @param id a to z, 0 to 9 and dashes
     * @param texts by language (BCP 47), with slots in braces, see {@link Slots}
     * @param branches none where the script ends
     */
    public record Node(String id, Map<String, String> texts, List<Branch> branches) {
        public Node {
            texts = Map.copyOf(texts);
            branches = List.copyOf(branches);
            if (!id.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("the id of a node has a to z, 0 to 9 and dashes, 1 to 40 of them");
            }
            if (branches.size() > MOST_BRANCHES) {
                throw new IllegalArgumentException("a node has at most 9 branches");
            }
            refuseLonger(texts);
        }

        public String text(String language) {
            return texts.getOrDefault(language, "");
        }
    }

    /**
     * An answer and where it leads.
     *
     * @param answers by language; "" on an only branch is "go on"
     * @param to the id of a node
     */
    public record Branch(Map<String, String> answers, String to) {
        public Branch {
            answers = Map.copyOf(answers);
            refuseLonger(answers);
        }

        public String answer(String language) {
            return answers.getOrDefault(language, "");
        }
    }

    /** The same version with other nodes. */
    public ScriptVersion with(List<Node> others) {
        return new ScriptVersion(script, version, name, step, course, variant, status, others, edition, authors,
                changed);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The languages in which anything is said. */
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        for (Node node : nodes) {
            node.texts().forEach((language, text) -> {
                if (!text.isBlank()) {
                    languages.add(language);
                }
            });
        }
        return languages;
    }

    /** As it is read out in one language. */
    public Script in(String language) {
        return new Script(script, version, name, step, course, language,
                nodes.stream().map(node -> new Script.Node(node.id(), node.text(language), node.branches().stream()
                        .map(branch -> new Script.Branch(branch.answer(language), branch.to())).toList())).toList());
    }

    private static void refuseLonger(Map<String, String> texts) {
        if (texts.values().stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new IllegalArgumentException("a text of a script has at most 2,000 characters");
        }
    }
}
