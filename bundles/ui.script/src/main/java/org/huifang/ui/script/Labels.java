// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.ui.MessageFiles;

/** Nodes are called by their number and first words: nobody has to make up names for them. */
final class Labels {
    private static final int WORDS = 22;

    private Labels() {
    }

    static String node(List<Node> nodes, String id, String language) {
        int at = Edits.position(nodes, id);
        return at < 0
                ? I18NProvider.translate("scripts.nowhere")
                : I18NProvider.translate("scripts.node.label", at + 1, words(nodes.get(at), language));
    }

    private static String words(Node node, String language) {
        String text = node.text(language).strip();
        if (text.isEmpty()) {
            text = MessageFiles.LOCALES.stream().map(locale -> node.text(locale.toLanguageTag()).strip())
                    .filter(other -> !other.isEmpty()).findFirst()
                    .orElseGet(() -> I18NProvider.translate("scripts.node.empty"));
        }
        int[] points = text.replace('\n', ' ').codePoints().limit(WORDS).toArray();
        String cut = new String(points, 0, points.length);
        return cut.length() < text.length() ? cut + "…" : cut;
    }
}
