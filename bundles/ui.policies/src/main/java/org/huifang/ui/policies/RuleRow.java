// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.LocalDate;
import org.huifang.api.consent.Policy;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** One rule: what holds, since when and why; opens to set another value from a day on. */
final class RuleRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    /** Sets a value from a day on. */
    interface Setting {
        /** @return whether it is a value of this rule */
        boolean set(Policy rule, String value, LocalDate from, String because);
    }

    private final transient Policy rule;
    private final transient Setting setting;
    private final Div editor = Layouts.column();
    private final Button change;

    RuleRow(Policy rule, LocalDate today, Setting setting) {
        this.rule = rule;
        this.setting = setting;
        change = Buttons.quiet(getTranslation("policies.change"), () -> open(today));
        change.setAriaLabel(getTranslation("policies.change.of", RuleWords.name(rule.name())));
        editor.addClassNames(Background.CONTRAST_5, BorderRadius.MEDIUM, Padding.MEDIUM);
        editor.setVisible(false);
        var since = getTranslation(rule.own() ? "policies.rule.own" : "policies.rule.brought", Times.day(rule.from()));
        getContent().addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(Layouts.line(Pieces.strong(RuleWords.name(rule.name())),
                Chinese.marked(new Span(RuleWords.value(rule.name(), rule.value())), rule.value()), Pieces.quiet(since),
                Chinese.marked(Pieces.quiet(rule.because()), rule.because()), change), editor);
    }

    private void open(LocalDate today) {
        if (editor.isVisible()) {
            close();
            return;
        }
        var field = RuleField.of(rule);
        var from = new DayField(getTranslation("policies.rule.from"));
        from.setMin(today);
        from.setValue(today);
        var because = new TextField(getTranslation("policies.because"));
        because.setMaxLength(300);
        because.setWidth("24rem");
        because.setMaxWidth("100%");
        var wrong = new Span(getTranslation("policies.rule.bad"));
        wrong.addClassName(TextColor.ERROR);
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        var set = new Button(getTranslation("policies.rule.set"), click -> {
            var day = from.getValue();
            if (!from.checked(day != null && !day.isBefore(today), getTranslation("policies.rule.past"))) {
                return;
            }
            because.setErrorMessage(getTranslation("policies.because.missing"));
            because.setInvalid(because.getValue().isBlank());
            if (because.isInvalid()) {
                because.focus();
                return;
            }
            wrong.setVisible(!setting.set(rule, field.value().get(), day, because.getValue().strip()));
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var fields = Layouts.form();
        field.fields().forEach(fields::add);
        fields.add(from, because);
        editor.removeAll();
        editor.add(fields, wrong, Layouts.line(set, new Button(getTranslation("policies.keep"), click -> close())));
        editor.setVisible(true);
        if (field.fields().getFirst() instanceof Focusable<?> first) {
            first.focus();
        }
    }

    private void close() {
        editor.setVisible(false);
        change.focus();
    }
}
