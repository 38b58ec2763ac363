// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** A piece of feedback: what it is about, sub-code, words, and whether it is a problem that somebody has to solve. */
final class FeedbackPiece extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;
    private static final int LONGEST_CODE = 60;

    private final Area area;
    private final AboutField about;
    private final TextArea said = new TextArea();
    private final Checkbox problem = new Checkbox();
    private final transient Supplier<String> code;

    FeedbackPiece(Feedback piece, AboutField about, List<TicketRules.SubCode> codes, Runnable changed,
            Consumer<FeedbackPiece> remove) {
        this.about = about;
        area = piece.area();
        var name = new Span(Words.of(area));
        name.addClassName(FontWeight.SEMIBOLD);
        var away = new Button(Pieces.icon(VaadinIcon.CLOSE_SMALL), click -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        away.setAriaLabel(getTranslation("revisit.feedback.remove", Words.of(area)));
        var head = new Div(name, away);
        head.addClassNames(Display.FLEX, AlignItems.CENTER, JustifyContent.BETWEEN);
        said.setPlaceholder(getTranslation("revisit.feedback.said"));
        said.setAriaLabel(getTranslation("revisit.feedback.said"));
        said.setMaxLength(LONGEST);
        said.setWidthFull();
        said.setValue(piece.said());
        said.setValueChangeMode(ValueChangeMode.TIMEOUT);
        said.setValueChangeTimeout(Finish.TYPING_PAUSE_MS);
        said.addValueChangeListener(event -> changed.run());
        problem.setLabel(getTranslation("revisit.feedback.problem"));
        problem.setValue(piece.problem());
        problem.addValueChangeListener(event -> changed.run());
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL, Padding.Left.SMALL, Border.LEFT,
                BorderColor.CONTRAST_20);
        getContent().add(head, about);
        if (codes.isEmpty()) {
            var free = free(piece.code(), changed);
            code = () -> free.getValue().strip();
            getContent().add(free);
        } else {
            var choice = choice(piece.code(), codes, changed);
            code = () -> Objects.requireNonNullElse(choice.getValue(), "");
            getContent().add(choice);
        }
        getContent().add(said, problem);
    }

    private TextField free(String value, Runnable changed) {
        var free = new TextField();
        named(free);
        free.setPlaceholder(getTranslation("revisit.feedback.code"));
        free.setMaxLength(LONGEST_CODE);
        free.setWidthFull();
        free.setValue(value);
        free.setValueChangeMode(ValueChangeMode.TIMEOUT);
        free.setValueChangeTimeout(Finish.TYPING_PAUSE_MS);
        free.addValueChangeListener(event -> changed.run());
        return free;
    }

    /** A code that the school has dropped since stays with what was typed under it. */
    private Select<String> choice(String value, List<TicketRules.SubCode> codes, Runnable changed) {
        var choice = new Select<String>();
        named(choice);
        choice.setWidthFull();
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("revisit.feedback.nocode"));
        choice.setItemLabelGenerator(code -> code == null
                ? getTranslation("revisit.feedback.nocode")
                : codes.stream().filter(c -> c.code().equals(code)).map(TicketRules.SubCode::name).findFirst()
                        .orElse(code));
        choice.setItems(Stream.concat(codes.stream().map(TicketRules.SubCode::code), Stream.of(value))
                .filter(each -> !each.isEmpty()).distinct().toList());
        choice.setValue(value.isEmpty() ? null : value);
        choice.addValueChangeListener(event -> changed.run());
        return choice;
    }

    private <C extends Component & HasAriaLabel> void named(C field) {
        field.setAriaLabel(getTranslation("revisit.feedback.code"));
    }

    void focus() {
        said.focus();
    }

    About<Feedback> value() {
        return new About<>(new Feedback(area, code.get(), said.getValue(), problem.getValue()), about.getValue());
    }
}
