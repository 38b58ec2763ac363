// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.api.script.Finding;
import org.huifang.api.script.Finding.Problem;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.api.script.Slots;

/** What is wrong with a script, node by node. */
final class Checking {
    /** Whatever stands in braces, and a brace that stands alone. */
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}|[{}]");

    private final ScriptVersion version;
    private final Set<String> languages;
    private final Paths paths;
    private final List<Finding> findings = new ArrayList<>();

    private Checking(ScriptVersion version) {
        this.version = version;
        this.languages = version.languages();
        this.paths = new Paths(version.nodes());
    }

    static List<Finding> check(ScriptVersion version) {
        var checking = new Checking(version);
        checking.all();
        return List.copyOf(checking.findings);
    }

    private void all() {
        if (languages.isEmpty()) {
            findings.add(new Finding(Problem.EMPTY, "", "", -1, 0, ""));
            return;
        }
        var coldness = new Coldness(version.nodes());
        Set<String> ids = new HashSet<>();
        for (Node node : version.nodes()) {
            if (!ids.add(node.id())) {
                add(Problem.SAME_ID, node, "", -1, 0, node.id());
            }
            way(node);
            for (String language : languages) {
                text(node, language);
                coldness.of(node, language)
                        .ifPresent(cold -> add(Problem.COLD, node, language, -1, cold.at(), cold.sentence()));
            }
            branches(node);
        }
    }

    private void way(Node node) {
        if (!paths.reachable(node)) {
            add(Problem.UNREACHABLE, node, "", -1, 0, "");
        } else if (!paths.ends(node)) {
            add(Problem.NEVER_ENDS, node, "", -1, 0, "");
        }
    }

    private void text(Node node, String language) {
        String text = node.text(language);
        if (text.isBlank()) {
            add(Problem.MISSING_TEXT, node, language, -1, 0, "");
        }
        slots(node, language, -1, text);
    }

    private void branches(Node node) {
        for (int i = 0; i < node.branches().size(); i++) {
            Branch branch = node.branches().get(i);
            if (version.node(branch.to()).isEmpty()) {
                add(Problem.LEADS_NOWHERE, node, "", i, 0, branch.to());
            }
            for (String language : languages) {
                if (branch.answer(language).isBlank() && node.branches().size() > 1) {
                    add(Problem.MISSING_ANSWER, node, language, i, 0, "");
                }
                slots(node, language, i, branch.answer(language));
            }
        }
    }

    private void slots(Node node, String language, int branch, String text) {
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            String slot = braces.group(1);
            if (slot == null || !Slots.ALL.contains(slot)) {
                add(Problem.UNKNOWN_SLOT, node, language, branch, braces.start(), braces.group());
            }
        }
    }

    private void add(Problem problem, Node node, String language, int branch, int at, String detail) {
        findings.add(new Finding(problem, node.id(), language, branch, at, detail));
    }
}
