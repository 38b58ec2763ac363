// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignSelf;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.huifang.api.script.Script;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.api.script.Slots;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** The conversation as an agent would have it, with made-up data: one answer after the other. */
final class Preview extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private record Turn(String node, int branch) {}

    private final transient Work work;
    private final transient Consumer<String> spoken;
    private final Select<String> language = new Select<>();
    private final Checkbox promised = new Checkbox();
    private final Div talk = Layouts.slimColumn();
    private final transient List<Turn> turns = new ArrayList<>();

    /** @param spoken when another language is looked at */
    Preview(Work work, Consumer<String> spoken) {
        this.work = work;
        this.spoken = spoken;
        language.setItems(NodeEditor.LANGUAGES);
        language.setItemLabelGenerator(ScriptList::language);
        language.setAriaLabel(getTranslation("scripts.preview.language"));
        language.setWidth("8rem");
        language.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                spoken.accept(event.getValue());
            }
        });
        promised.setLabel(getTranslation("scripts.preview.promise"));
        promised.setValue(true);
        promised.addValueChangeListener(event -> refresh());
        talk.getElement().setAttribute("role", "log");
        getContent().add(Layouts.slimColumn(
                Layouts.line(language, Buttons.small(getTranslation("scripts.preview.again"), this::begin)), promised,
                talk));
    }

    void show(String in) {
        language.setValue(in);
        refresh();
    }

    private void begin() {
        turns.clear();
        refresh();
    }

    /** Goes along the answers that were chosen as far as they still lead somewhere. */
    void refresh() {
        talk.removeAll();
        talk.getElement().setAttribute("lang", language.getValue());
        var node = work.nodes().stream().findFirst();
        if (node.isEmpty()) {
            talk.add(Pieces.quiet(getTranslation("scripts.nodes.none")));
            return;
        }
        for (int i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            if (node.isEmpty() || !node.get().id().equals(turn.node)
                    || turn.branch >= node.get().branches().size()) {
                turns.subList(i, turns.size()).clear();
                break;
            }
            talk.add(said(node.get()), heard(node.get().branches().get(turn.branch)));
            node = work.version().node(node.get().branches().get(turn.branch).to());
        }
        node.ifPresentOrElse(this::now, () -> talk.add(Pieces.quiet(getTranslation("scripts.nowhere"))));
    }

    private void now(Node node) {
        talk.add(said(node));
        if (node.branches().isEmpty()) {
            talk.add(Pieces.quiet(getTranslation("scripts.preview.end")));
        }
        for (int i = 0; i < node.branches().size(); i++) {
            int chosen = i;
            var answer = Buttons.small(answer(node.branches().get(i)), () -> {
                turns.add(new Turn(node.id(), chosen));
                refresh();
            });
            answer.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            answer.addClassNames(AlignSelf.END);
            talk.add(answer);
        }
    }

    private Component said(Node node) {
        var text = Script.filled(node.text(language.getValue()), sample());
        return bubble(text.isEmpty() ? getTranslation("scripts.node.empty") : text, Background.CONTRAST_5,
                AlignSelf.START);
    }

    private Component heard(Branch branch) {
        return bubble(answer(branch), Background.PRIMARY_10, AlignSelf.END);
    }

    private String answer(Branch branch) {
        var text = branch.answer(language.getValue());
        return text.isBlank() ? getTranslation("scripts.preview.goon") : text;
    }

    private static Component bubble(String text, String background, String side) {
        var bubble = new Span(text);
        bubble.addClassNames(background, side, Padding.SMALL, BorderRadius.MEDIUM, Whitespace.PRE_WRAP);
        return bubble;
    }

    private Map<String, String> sample() {
        var locale = Locale.forLanguageTag(language.getValue());
        Map<String, String> sample = new HashMap<>();
        for (String slot : Slots.ALL) {
            sample.put(slot, getTranslation(locale, "scripts.sample." + slot.toLowerCase(Locale.ROOT)));
        }
        if (!promised.getValue()) {
            sample.remove(Slots.LAST_PROMISE);
        }
        return sample;
    }
}
