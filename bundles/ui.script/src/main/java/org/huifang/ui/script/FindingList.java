// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.function.Consumer;
import org.huifang.api.script.Finding;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.jspecify.annotations.Nullable;

/** Everything that stands in the way of approval, each a step away from its place. */
final class FindingList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Work work;
    private final transient Consumer<String> choose;
    private final Div rows = Layouts.slimColumn();
    private transient @Nullable List<Finding> shown;

    FindingList(Work work, Consumer<String> choose) {
        this.work = work;
        this.choose = choose;
        getContent().getElement().setAttribute("role", "status");
        getContent().add(rows);
        refresh();
    }

    void refresh() {
        var findings = work.findings();
        if (findings.equals(shown)) {
            return;
        }
        shown = findings;
        rows.removeAll();
        if (findings.isEmpty()) {
            var fine = new Span(Pieces.icon(VaadinIcon.CHECK_CIRCLE), new Span(" " + getTranslation("scripts.sound")));
            fine.addClassName(TextColor.SUCCESS);
            rows.add(fine);
            return;
        }
        rows.add(Pieces.strong(getTranslation("scripts.findings", findings.size())));
        findings.forEach(finding -> rows.add(row(finding)));
    }

    private Div row(Finding finding) {
        var icon = Pieces.icon(VaadinIcon.WARNING);
        icon.addClassName(TextColor.WARNING);
        var row = Layouts.line(icon, new Span(FindingWords.of(finding)));
        if (!finding.node().isEmpty()) {
            var go = Buttons.small(Labels.node(work.nodes(), finding.node(), getLocale().toLanguageTag()),
                    () -> choose.accept(finding.node()));
            go.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            row.add(go);
        }
        return row;
    }
}
