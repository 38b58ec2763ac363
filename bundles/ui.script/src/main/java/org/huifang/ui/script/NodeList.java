// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huifang.api.script.Finding;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.ui.Keys;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.jspecify.annotations.Nullable;

/** The nodes in order; those with something wrong carry a mark. */
final class NodeList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Work work;
    private final transient Consumer<String> choose;
    private final Div rows = Layouts.slimColumn();
    private String language = "zh-Hans";
    private @Nullable String chosen;

    NodeList(Work work, Consumer<String> choose) {
        this.work = work;
        this.choose = choose;
        getContent().add(rows);
        getContent().getElement().setAttribute("role", "navigation");
        getContent().getElement().setAttribute("aria-label", getTranslation("scripts.nodes"));
        if (work.open()) {
            getContent().add(Buttons.small(getTranslation("scripts.node.add"), this::add));
        }
        Keys.on(rows, "ArrowDown", "scripts.key.next", () -> step(1));
        Keys.on(rows, "ArrowUp", "scripts.key.former", () -> step(-1));
    }

    void show(@Nullable String node, String in) {
        chosen = node;
        language = in;
        refresh();
    }

    void refresh() {
        Set<String> wrong = work.findings().stream().map(Finding::node).collect(Collectors.toSet());
        rows.removeAll();
        for (Node node : work.nodes()) {
            rows.add(row(node, wrong.contains(node.id())));
        }
        if (work.nodes().isEmpty()) {
            rows.add(Pieces.quiet(getTranslation("scripts.nodes.none")));
        }
    }

    private Button row(Node node, boolean wrong) {
        var row = Buttons.quiet(Labels.node(work.nodes(), node.id(), language), () -> choose.accept(node.id()));
        row.addClassNames(TextAlignment.LEFT, Whitespace.NORMAL, TextColor.BODY);
        row.getStyle().set("justify-content", "start").set("height", "auto").set("min-height", "1.75rem");
        row.setWidthFull();
        if (wrong) {
            row.setIcon(Pieces.icon(VaadinIcon.WARNING));
            row.setAriaLabel(getTranslation("scripts.node.wrong", row.getText()));
        }
        if (node.id().equals(chosen)) {
            row.addClassName(FontWeight.BOLD);
            row.getElement().setAttribute("aria-current", "true");
        }
        return row;
    }

    private void add() {
        if (work.nodes().size() < ScriptVersion.MOST_NODES) {
            var id = Edits.freshId(work.nodes());
            work.nodes(Edits.addNode(id));
            choose.accept(id);
        }
    }

    private void step(int by) {
        int at = Edits.position(work.nodes(), Objects.requireNonNullElse(chosen, "")) + by;
        if (at >= 0 && at < work.nodes().size()) {
            choose.accept(work.nodes().get(at).id());
            ((Button) rows.getComponentAt(at)).focus();
        }
    }
}
