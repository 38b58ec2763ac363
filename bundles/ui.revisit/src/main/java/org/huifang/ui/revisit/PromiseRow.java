// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.huifang.api.revisit.Promise;
import org.huifang.ui.parts.Pieces;

/** One promise: what, about which course, and by when. */
final class PromiseRow extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final AboutField about;
    private final TextField what = new TextField();
    private final CallBackField by;

    PromiseRow(Draft.Pledge promise, AboutField about, Instant now, Runnable changed, Consumer<PromiseRow> remove) {
        this.about = about;
        what.setAriaLabel(getTranslation("revisit.promise.what"));
        what.setPlaceholder(getTranslation("revisit.promise.what"));
        what.setMaxLength(LONGEST);
        what.setWidthFull();
        what.setManualValidation(true);
        what.setValue(promise.what());
        what.setValueChangeMode(ValueChangeMode.TIMEOUT);
        what.setValueChangeTimeout(Finish.TYPING_PAUSE_MS);
        what.addValueChangeListener(event -> changed.run());
        by = new CallBackField("revisit.promise.by");
        by.show(promise.by(), now);
        by.addValueChangeListener(event -> changed.run());
        var away = new Button(Pieces.icon(VaadinIcon.CLOSE_SMALL), click -> remove.accept(this));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        away.setAriaLabel(getTranslation("revisit.promise.remove"));
        var head = new Div(what, away);
        head.addClassNames(Display.FLEX, AlignItems.START, Gap.XSMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL, Padding.Left.SMALL, Border.LEFT,
                BorderColor.CONTRAST_20);
        getContent().add(head, about, by);
    }

    void focus() {
        what.focus();
    }

    About<Draft.Pledge> value() {
        return new About<>(new Draft.Pledge(what.getValue(), by.instant()), about.getValue());
    }

    Optional<About<Promise>> checked(Instant now) {
        var blank = what.getValue().isBlank();
        what.setInvalid(blank);
        if (blank) {
            what.setErrorMessage(getTranslation("revisit.promise.missing"));
            what.focus();
            return Optional.empty();
        }
        return Optional.ofNullable(by.checked(now))
                .map(at -> new About<>(new Promise(what.getValue().strip(), at), about.getValue()));
    }
}
