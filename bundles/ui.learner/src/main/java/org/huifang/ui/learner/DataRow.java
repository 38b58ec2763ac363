// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.FieldValue;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** One value: what it is, where it comes from, and "this is wrong". */
final class DataRow extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Me me;
    private final String field;
    private final transient @Nullable FieldValue holds;
    private final String value;
    private final boolean reviewed;
    private final transient Consumer<@Nullable Component> done;
    private final Div panel = new Div();
    private final Button change;

    /** @param done called with what is to be told, or null, when the value may look otherwise */
    DataRow(Me me, String field, @Nullable FieldValue holds, List<FieldValue> others, boolean reviewed,
            Consumer<@Nullable Component> done) {
        this.me = me;
        this.field = field;
        this.holds = holds;
        this.value = holds == null ? "" : holds.value();
        this.reviewed = reviewed;
        this.done = done;
        var label = new Span(Words.field(field));
        label.addClassName(TextColor.SECONDARY);
        var words = new Span(holds == null ? getTranslation("me.data.none") : value);
        words.addClassName(holds == null ? TextColor.SECONDARY : FontWeight.SEMIBOLD);
        var text = new Div(label, words);
        text.addClassNames(Display.FLEX, FlexDirection.COLUMN, Flex.GROW, MinWidth.NONE);
        if (holds != null) {
            text.add(source("me.data.source", holds));
        }
        others.forEach(other -> text.add(source("me.data.other", other)));
        change = new Button(getTranslation(holds == null ? "me.data.add" : "me.data.wrong"), click -> open());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.setAriaLabel(change.getText() + ": " + Words.field(field));
        var line = new Div(text, change);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.SMALL);
        panel.setVisible(false);
        panel.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(line, panel);
    }

    boolean editing() {
        return panel.isVisible();
    }

    private Span source(String key, FieldValue said) {
        var source = new Span(
                getTranslation(key, Words.source(said.source()), Times.day(said.since()), said.value()));
        source.addClassName(TextColor.SECONDARY);
        return source;
    }

    private void open() {
        var input = new TextField(Words.field(field));
        input.setValue(value);
        input.setWidthFull();
        input.setMaxWidth("30em");
        input.setMaxLength(500);
        if (field.equals("birthDate")) {
            input.setHelperText(getTranslation("me.data.date"));
        }
        var save = new Button(getTranslation(reviewed ? "me.data.ask" : "me.data.save"),
                click -> save(input));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(getTranslation("me.data.cancel"), click -> close(null));
        var buttons = new Div(save, cancel);
        buttons.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        panel.removeAll();
        if (reviewed) {
            panel.add(Parts.sentence(getTranslation("me.data.reviewed")));
        }
        panel.add(input, buttons);
        panel.setVisible(true);
        change.setVisible(false);
        input.focus();
    }

    private void save(TextField input) {
        var typed = input.getValue().strip();
        if (typed.equals(value)) {
            close(null);
            return;
        }
        if (reviewed) {
            var objection = me.services().requests().ask(me.tenant(), UUID.randomUUID(), me.learner(), field, typed,
                    me.author(), me.now());
            if (objection == null) {
                close(Parts.receipt(getTranslation("me.receipt.asked", Words.field(field), Times.stamp(me.now()))));
            } else {
                refuse(input, objection);
            }
            return;
        }
        switch (me.edit(holds, field, typed)) {
            case Edited.Refused refused -> refuse(input, refused.reason());
            case Edited edited -> close(Outcomes.of(edited,
                    getTranslation("me.receipt.saved", Words.field(field), Times.stamp(me.now()))));
        }
    }

    private static void refuse(TextField input, String reason) {
        input.setInvalid(true);
        input.setErrorMessage(Outcomes.objection(reason));
        input.focus();
    }

    private void close(@Nullable Component what) {
        panel.setVisible(false);
        change.setVisible(true);
        change.focus();
        done.accept(what);
    }
}
