// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;

/** Where one can get to from where. */
final class Paths {
    private final Map<String, Node> byId = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();
    private final Set<String> ending = new HashSet<>();

    Paths(List<Node> nodes) {
        nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
        if (!nodes.isEmpty()) {
            walk(nodes.getFirst().id());
        }
        end(nodes);
    }

    boolean reachable(Node node) {
        return reachable.contains(node.id());
    }

    /** Whether the script can come to an end from here; a branch that leads nowhere is a finding of its own. */
    boolean ends(Node node) {
        return ending.contains(node.id());
    }

    private void walk(String start) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Node node = byId.get(open.pop());
            if (node != null && reachable.add(node.id())) {
                node.branches().stream().map(Branch::to).forEach(open::push);
            }
        }
    }

    private void end(List<Node> nodes) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Node node : nodes) {
                boolean ends = node.branches().isEmpty() || node.branches().stream().map(Branch::to)
                        .anyMatch(to -> !byId.containsKey(to) || ending.contains(to));
                grown |= ends && ending.add(node.id());
            }
        }
    }
}
