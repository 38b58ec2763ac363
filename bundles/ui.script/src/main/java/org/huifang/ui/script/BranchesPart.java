// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** What the learner may answer, and where that leads; none is the end of the script. */
final class BranchesPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Work work;
    private final String node;
    private final transient Runnable rebuild;

    /** @param rebuild when there are more or fewer answers than before */
    BranchesPart(Work work, String node, Runnable rebuild) {
        this.work = work;
        this.node = node;
        this.rebuild = rebuild;
        var branches = work.version().node(node).map(Node::branches).orElse(List.of());
        var rows = Layouts.slimColumn(Pieces.strong(getTranslation("scripts.branches")));
        if (branches.isEmpty()) {
            rows.add(Pieces.quiet(getTranslation("scripts.branches.none")));
        }
        for (int i = 0; i < branches.size(); i++) {
            rows.add(row(i, branches.get(i)));
        }
        if (work.open() && branches.size() < ScriptVersion.MOST_BRANCHES) {
            rows.add(Layouts.line(Buttons.small(getTranslation("scripts.branch.add"), () -> {
                work.nodes(Edits.addBranch(node, ""));
                rebuild.run();
            })));
        }
        getContent().add(rows);
    }

    private Component row(int index, Branch branch) {
        var row = Layouts.line();
        for (String language : NodeEditor.LANGUAGES) {
            row.add(answer(index, branch, language));
        }
        var to = new Select<String>();
        to.setLabel(getTranslation("scripts.branch.to"));
        to.setItems(work.nodes().stream().map(Node::id).toList());
        to.setItemLabelGenerator(id -> Labels.node(work.nodes(), id, getLocale().toLanguageTag()));
        to.setPlaceholder(getTranslation("scripts.nowhere"));
        if (work.version().node(branch.to()).isPresent()) {
            to.setValue(branch.to());
        }
        to.getStyle().set("flex", "2 1 14rem");
        to.setReadOnly(!work.open());
        to.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                work.nodes(Edits.target(node, index, event.getValue()));
            }
        });
        row.add(to);
        if (work.open()) {
            var remove = Buttons.small(getTranslation("scripts.branch.remove"), () -> {
                work.nodes(Edits.removeBranch(node, index));
                rebuild.run();
            });
            remove.setAriaLabel(getTranslation("scripts.branch.remove.of", index + 1));
            row.add(remove);
        }
        row.addClassNames(Padding.Bottom.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        return row;
    }

    private TextField answer(int index, Branch branch, String language) {
        var field = new TextField(ScriptList.language(language));
        field.setValue(branch.answer(language));
        field.setMaxLength(200);
        field.setReadOnly(!work.open());
        field.setMinWidth("7rem");
        field.getStyle().set("flex", "1 1 7rem");
        field.setAriaLabel(getTranslation("scripts.branch.answer", index + 1, ScriptList.language(language)));
        field.getElement().setAttribute("lang", language);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(NodeEditor.PAUSE_MS);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                work.nodes(Edits.answer(node, index, language, event.getValue()));
            }
        });
        return field;
    }
}
