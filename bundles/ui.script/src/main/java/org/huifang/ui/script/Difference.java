// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Node;

/**
 * What is said otherwise in another version, at one node in one language.
 *
 * @param before "" when there was nothing
 * @param after "" when there is nothing any more
 */
record Difference(String node, String language, String before, String after) {
    /** In the order of the newer version; nodes that are gone come last. */
    static List<Difference> between(ScriptVersion before, ScriptVersion after) {
        Set<String> ids = new LinkedHashSet<>();
        after.nodes().forEach(node -> ids.add(node.id()));
        before.nodes().forEach(node -> ids.add(node.id()));
        List<Difference> all = new ArrayList<>();
        for (String id : ids) {
            for (String language : NodeEditor.LANGUAGES) {
                String was = said(before, id, language);
                String is = said(after, id, language);
                if (!was.equals(is)) {
                    all.add(new Difference(id, language, was, is));
                }
            }
        }
        return all;
    }

    /** Text and answers of a node as one would read them; answers tell by their words where they lead. */
    private static String said(ScriptVersion version, String id, String language) {
        return version.node(id).map(node -> said(version.nodes(), node, language)).orElse("");
    }

    private static String said(List<Node> nodes, Node node, String language) {
        String answers = node.branches().stream()
                .map(branch -> "\n→ " + branch.answer(language) + ": " + Labels.node(nodes, branch.to(), language))
                .collect(Collectors.joining());
        return node.text(language).strip() + (node.text(language).isBlank() ? "" : answers);
    }
}
