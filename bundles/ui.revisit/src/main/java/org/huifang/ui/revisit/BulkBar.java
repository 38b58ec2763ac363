// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Buttons;

/** What can be done with all that is chosen, said with its counts before it is done. */
final class BulkBar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 300;

    private final transient Actions actions;
    private final Span count = new Span();
    private final Div panel = new Div();
    private final Div buttons = new Div();
    private final transient Selection selection;
    private final Button assign = button("revisit.act.assign", this::assign);
    private final Button exempt = button("revisit.act.exempt", this::exempt);
    private final Button owe = button("revisit.act.owe", this::owe);

    /** @param all chooses everything behind the filter */
    BulkBar(Actions actions, Selection selection, Runnable all) {
        this.actions = actions;
        this.selection = selection;
        count.getElement().setAttribute("role", "status");
        buttons.add(count, button("revisit.bulk.all", all), assign, exempt, owe,
                button("revisit.bulk.none", selection::clear));
        buttons.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL);
        panel.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.SMALL, Background.CONTRAST_5,
                BorderRadius.MEDIUM);
        panel.setMaxWidth("30rem");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(buttons, panel);
        show();
    }

    /** Shows how much is chosen. */
    void show() {
        count.setText(getTranslation("revisit.bulk.count", selection.size()));
        var some = selection.size() > 0;
        buttons.getChildren().skip(2).forEach(each -> each.setVisible(some));
        // nothing is offered that could be done with none of them
        assign.setVisible(!selection.open().isEmpty());
        exempt.setVisible(!selection.open().isEmpty());
        owe.setVisible(!selection.exempt().isEmpty());
        panel.setVisible(false);
    }

    private Button button(String key, Runnable work) {
        var button = Buttons.quiet(getTranslation(key), work);
        return button;
    }

    private void exempt() {
        var reason = new TextField(getTranslation("revisit.act.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        ask("revisit.bulk.exempt", selection.open().size(), "revisit.act.exempt.do", reason, () -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("revisit.act.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
                return false;
            }
            actions.exempt(selection.open().stream().map(Obligation::id).toList(), reason.getValue().strip());
            return true;
        });
        reason.focus();
    }

    private void assign() {
        var names = actions.desk().colleagues();
        var who = new Select<UUID>();
        who.setLabel(getTranslation("revisit.act.colleague"));
        who.setWidthFull();
        who.setItems(names.keySet());
        who.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        ask("revisit.bulk.assign", selection.open().size(), "revisit.act.assign.do", who, () -> {
            if (who.getValue() == null) {
                who.setErrorMessage(getTranslation("revisit.act.colleague.missing"));
                who.setInvalid(true);
                return false;
            }
            actions.assign(selection.open().stream().collect(Collectors.toMap(Obligation::id, Obligation::owner)),
                    who.getValue());
            return true;
        });
        who.focus();
    }

    private void owe() {
        var none = new Paragraph();
        none.addClassNames(Margin.NONE, TextColor.ERROR);
        none.getElement().setAttribute("role", "alert");
        ask("revisit.bulk.owe", selection.exempt().size(), "revisit.act.owe", none, () -> {
            boolean some = actions.owe(selection.exempt()) > 0;
            none.setText(some ? "" : getTranslation("revisit.act.owe.none"));
            return some;
        });
    }

    /** @param concerned with how many of those that are chosen something is done */
    private void ask(String preview, int concerned, String label, Component field, BooleanSupplier work) {
        var said = new Paragraph(getTranslation(preview, concerned, selection.size() - concerned));
        said.addClassName(Margin.NONE);
        var go = new Button(getTranslation(label), click -> {
            if (work.getAsBoolean()) {
                selection.clear();
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        go.setEnabled(concerned > 0);
        var leave = button("revisit.act.cancel", () -> panel.setVisible(false));
        var bar = new Div(go, leave);
        bar.addClassNames(Display.FLEX, Gap.SMALL);
        panel.removeAll();
        panel.add(said, field, bar);
        panel.setVisible(true);
    }
}
