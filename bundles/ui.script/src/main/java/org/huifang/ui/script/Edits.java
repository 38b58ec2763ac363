// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;

/** What can be done to the nodes of a draft; each makes new ones. */
final class Edits {
    private Edits() {
    }

    static UnaryOperator<List<Node>> text(String id, String language, String text) {
        return node(id, old -> new Node(id, put(old.texts(), language, text), old.branches()));
    }

    static UnaryOperator<List<Node>> answer(String id, int branch, String language, String answer) {
        return branch(id, branch, old -> new Branch(put(old.answers(), language, answer), old.to()));
    }

    static UnaryOperator<List<Node>> target(String id, int branch, String to) {
        return branch(id, branch, old -> new Branch(old.answers(), to));
    }

    static UnaryOperator<List<Node>> addBranch(String id, String to) {
        return branches(id, branches -> branches.add(new Branch(Map.of(), to)));
    }

    static UnaryOperator<List<Node>> removeBranch(String id, int branch) {
        return branches(id, branches -> branches.remove(branch));
    }

    static UnaryOperator<List<Node>> addNode(String id) {
        return nodes -> {
            var more = new ArrayList<>(nodes);
            more.add(new Node(id, Map.of(), List.of()));
            return more;
        };
    }

    /** Answers that led there lead nowhere then, which the check says. */
    static UnaryOperator<List<Node>> removeNode(String id) {
        return nodes -> nodes.stream().filter(node -> !node.id().equals(id)).map(node -> new Node(node.id(),
                node.texts(), node.branches().stream()
                        .map(branch -> branch.to().equals(id) ? new Branch(branch.answers(), "") : branch).toList()))
                .toList();
    }

    /** Earlier in the list by one; the first one is where the script begins. */
    static UnaryOperator<List<Node>> earlier(String id) {
        return nodes -> {
            int at = position(nodes, id);
            var moved = new ArrayList<>(nodes);
            if (at > 0) {
                Collections.swap(moved, at, at - 1);
            }
            return moved;
        };
    }

    static ScriptVersion named(ScriptVersion version, String name) {
        return new ScriptVersion(version.script(), version.version(), name, version.step(), version.course(),
                version.variant(), version.status(), version.nodes(), version.edition(), version.authors(),
                version.changed());
    }

    /** An id that no node has. */
    static String freshId(List<Node> nodes) {
        return IntStream.rangeClosed(1, ScriptVersion.MOST_NODES + 1).mapToObj(n -> "n" + n)
                .filter(id -> position(nodes, id) < 0).findFirst().orElseThrow();
    }

    static int position(List<Node> nodes, String id) {
        return IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).id().equals(id)).findFirst().orElse(-1);
    }

    private static UnaryOperator<List<Node>> node(String id, UnaryOperator<Node> change) {
        return nodes -> nodes.stream().map(node -> node.id().equals(id) ? change.apply(node) : node).toList();
    }

    private static UnaryOperator<List<Node>> branches(String id, java.util.function.Consumer<List<Branch>> change) {
        return node(id, old -> {
            var branches = new ArrayList<>(old.branches());
            change.accept(branches);
            return new Node(id, old.texts(), branches);
        });
    }

    private static UnaryOperator<List<Node>> branch(String id, int index, UnaryOperator<Branch> change) {
        return branches(id, branches -> branches.set(index, change.apply(branches.get(index))));
    }

    private static Map<String, String> put(Map<String, String> texts, String language, String text) {
        var more = new HashMap<>(texts);
        more.put(language, text);
        return more;
    }
}
