// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.script.Chosen;
import org.huifang.api.script.Script;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What to say, one step at a time: the text with this person's words in it, and the answers that lead on. */
final class ScriptRunner extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Typed typed;
    private final Span title = new Span();
    private final Paragraph text = new Paragraph();
    private final Div answers = new Div();
    private transient @Nullable Script script;
    private transient @Nullable Chosen chosen;
    private transient @Nullable Obligation obligation;
    private transient @Nullable Case shown;
    private transient Map<String, String> slots = Map.of();
    private transient List<String> trail = List.of();
    private transient @Nullable Object rendered;

    ScriptRunner(Desk desk, Typed typed) {
        this.desk = desk;
        this.typed = typed;
        Looks.label(title);
        text.addClassNames(Margin.NONE, FontSize.MEDIUM, Whitespace.PRE_LINE);
        text.setMaxWidth("75ch");
        text.getElement().setAttribute("tabindex", "-1");
        text.getElement().setAttribute("aria-live", "polite");
        answers.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.MEDIUM,
                BorderRadius.MEDIUM, Background.CONTRAST_5);
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", getTranslation("revisit.script"));
        getContent().add(title, text, answers);
        setVisible(false);
    }

    /** Shows where one was in the script of this case; the script of a case stays the same while it is open. */
    void show(Case now, LearnerFile file, Map<String, String> filled) {
        slots = filled;
        if (shown == null || !shown.id().equals(now.id())) {
            shown = now;
            chosen = null;
            find(now, Filling.language(file, getLocale().toLanguageTag()));
            script = chosen == null ? null : chosen.script();
            rendered = null;
            trail = script == null ? List.of() : walked(script, typed.now().trail());
        }
        setVisible(script != null && now.open());
        render();
    }

    private void find(Case now, String language) {
        var scripts = desk.scripts();
        if (scripts != null) {
            for (var purpose : now.purposes()) {
                if (chosen == null) {
                    obligation = purpose;
                    chosen = scripts.script(Desk.tenant(), purpose.step(), purpose.course(), language,
                            purpose.learner()).orElse(null);
                }
            }
        }
    }

    /** The steps that were gone through, as far as this version of the script still has them. */
    static List<String> walked(Script script, List<String> kept) {
        var start = script.start().map(Script.Node::id).orElse("");
        var walked = new ArrayList<>(List.of(start));
        for (int i = 1; i < kept.size() && kept.getFirst().equals(start); i++) {
            var next = kept.get(i);
            if (script.node(walked.getLast()).stream().flatMap(node -> node.branches().stream())
                    .noneMatch(branch -> branch.to().equals(next))) {
                break;
            }
            walked.add(next);
        }
        return List.copyOf(walked);
    }

    private void render() {
        var now = script;
        var look = List.of(trail, slots);
        if (now == null || look.equals(rendered)) {
            // a push redraws nothing that has the focus
            return;
        }
        rendered = look;
        title.setText(getTranslation("revisit.script.name",
                now.name().isBlank() && obligation != null ? Words.what(obligation) : now.name(), now.version()));
        var node = now.node(trail.getLast());
        text.getElement().setAttribute("lang", now.language());
        text.setText(node.map(n -> Script.filled(n.text(), slots)).orElse(""));
        answers.removeAll();
        node.ifPresent(n -> n.branches().forEach(branch -> answers.add(answer(branch))));
        if (node.map(n -> n.branches().isEmpty()).orElse(true)) {
            answers.add(Looks.quiet(getTranslation("revisit.script.end")));
        }
        if (trail.size() > 1) {
            var back = new Button(getTranslation("revisit.script.back"), Pieces.icon(VaadinIcon.ARROW_LEFT),
                    click -> go(trail.subList(0, trail.size() - 1)));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            answers.add(back);
        }
    }

    private Button answer(Script.Branch branch) {
        var label = branch.answer().isBlank()
                ? getTranslation("revisit.script.on")
                : Script.filled(branch.answer(), slots);
        var answer = new Button(label, click -> {
            var on = new ArrayList<>(trail);
            on.add(branch.to());
            go(on);
        });
        answer.getElement().setAttribute("lang", Objects.requireNonNull(script).language());
        return answer;
    }

    private void go(List<String> to) {
        trail = List.copyOf(to);
        typed.change(draft -> draft.withTrail(trail));
        followed();
        render();
        // the button is gone: the next thing to say has the focus, and is read
        text.getElement().callJsFunction("focus");
    }

    /** Said with the first step on: who never leaves the first sentence has not followed it. */
    private void followed() {
        if (desk.scripts() != null && chosen != null && obligation != null && trail.size() == 2) {
            desk.scripts().used(Desk.tenant(), obligation.id(), obligation.learner(), chosen);
        }
    }
}
