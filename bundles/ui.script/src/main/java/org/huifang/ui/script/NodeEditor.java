// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huifang.api.script.Finding;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.api.script.Slots;
import org.huifang.ui.MessageFiles;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** What is said at one node, in the languages side by side, and where each answer leads. Typing is kept within a second. */
final class NodeEditor extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /** Between the last key and the server; what is typed is safe before a second has passed. */
    static final int PAUSE_MS = 500;
    static final List<String> LANGUAGES = MessageFiles.LOCALES.stream().map(locale -> locale.toLanguageTag()).toList();

    private final transient Work work;
    private final transient Consumer<@Nullable String> choose;
    private final transient Map<String, TextArea> texts = new HashMap<>();
    private @Nullable String node;

    NodeEditor(Work work, Consumer<@Nullable String> choose) {
        this.work = work;
        this.choose = choose;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
    }

    void show(@Nullable String id) {
        node = id;
        getContent().removeAll();
        texts.clear();
        work.version().node(id == null ? "" : id).ifPresentOrElse(this::build,
                () -> getContent().add(Pieces.quiet(getTranslation("scripts.node.choose"))));
    }

    /** Only the words about what is wrong: nothing that is being typed moves. */
    void refresh() {
        var here = work.findings().stream()
                .filter(finding -> finding.node().equals(node) && finding.branch() < 0 && texts.containsKey(
                        finding.language()))
                .collect(Collectors.groupingBy(Finding::language,
                        Collectors.mapping(FindingWords::of, Collectors.joining(" "))));
        texts.forEach((language, field) -> {
            field.setErrorMessage(here.getOrDefault(language, ""));
            field.setInvalid(here.containsKey(language));
        });
    }

    private void build(Node shown) {
        var side = new Div();
        side.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.STRETCH, Gap.SMALL);
        for (String language : LANGUAGES) {
            side.add(field(shown, language));
        }
        getContent().add(side);
        if (work.open()) {
            getContent().add(Pieces.quiet(getTranslation("scripts.slots",
                    Slots.ALL.stream().map(slot -> "{" + slot + "} " + slotWord(slot))
                            .collect(Collectors.joining(" · ")))));
        }
        getContent().add(new BranchesPart(work, shown.id(), () -> show(shown.id())));
        if (work.open()) {
            getContent().add(actions(shown));
        }
        refresh();
    }

    private String slotWord(String slot) {
        return getTranslation("scripts.slot." + slot.toLowerCase(java.util.Locale.ROOT));
    }

    private TextArea field(Node shown, String language) {
        var field = new TextArea(ScriptList.language(language));
        field.setValue(shown.text(language));
        field.setMaxLength(ScriptVersion.LONGEST);
        field.setReadOnly(!work.open());
        field.setMinHeight("8em");
        field.getElement().setAttribute("lang", language);
        field.getStyle().set("flex", "1 1 15rem");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                work.nodes(Edits.text(shown.id(), language, event.getValue()));
            }
        });
        texts.put(language, field);
        return field;
    }

    private Component actions(Node shown) {
        var earlier = Buttons.small(getTranslation("scripts.node.earlier"),
                () -> work.nodes(Edits.earlier(shown.id())));
        var remove = Buttons.small(getTranslation("scripts.node.remove"), () -> {
            var before = work.nodes();
            work.nodes(Edits.removeNode(shown.id()));
            choose.accept(null);
            UndoNotice.show(getTranslation("scripts.node.removed"), () -> {
                work.nodes(now -> before);
                choose.accept(shown.id());
            });
        });
        return Layouts.line(earlier, remove);
    }
}
