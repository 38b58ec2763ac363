// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.ReviewItem;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Masked;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** One drawn value, and what the check found. */
final class ItemPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient ReviewItem item;
    private final transient Checks checks;
    private final transient Runnable settled;
    private final TextField instead = new TextField();
    private final Masked value = new Masked();
    private final Button reveal = new Button();
    private final Span meanwhile = Pieces.told();
    private transient @Nullable FieldValue over;

    ItemPanel(ReviewItem item, Checks checks, Runnable settled, Runnable later) {
        this.item = item;
        this.checks = checks;
        this.settled = settled;
        var masked = masked(item);
        value.mask(masked, "");
        reveal.setText(getTranslation("quality.item.reveal"));
        reveal.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        reveal.setVisible(!masked.equals(item.value()));
        reveal.addClickListener(click -> reveal());
        value.addClassNames(FontSize.XLARGE, FontWeight.SEMIBOLD);
        var right = Buttons.primary(getTranslation("quality.item.right"), this::right);
        var wrong = new Button(getTranslation("quality.item.wrong"), click -> wrong());
        var skip = new Button(getTranslation("quality.item.later"), click -> later.run());
        skip.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        instead.setLabel(getTranslation("quality.item.instead"));
        instead.setWidth("18rem");
        instead.setMaxWidth("100%");
        var bar = new Div(right, wrong, skip);
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.MEDIUM, Border.ALL,
                BorderColor.CONTRAST_10, BorderRadius.LARGE);
        getContent().add(Layouts.line(Links.link(item.name(), "files/" + item.learner()),
                Pieces.quiet(getTranslation("quality.item.place", item.place()))),
                Layouts.line(Pieces.quiet(Words.field(item.field())), value, reveal), instead, meanwhile, bar,
                Pieces.note(getTranslation("quality.item.keys")));
        var panel = getContent().getElement();
        panel.setAttribute("tabindex", "-1").setAttribute("role", "group").setAttribute("aria-label",
                getTranslation("quality.item.aria", item.name(), Words.field(item.field()), masked));
        Keys.on(getContent(), "R", "quality.key.right", this::right);
        Keys.on(getContent(), "W", "quality.key.wrong", this::wrong);
        Keys.on(getContent(), "L", "quality.key.later", later);
        Keys.on(getContent(), "Ctrl+Enter", "quality.key.save", this::save);
        addAttachListener(attached -> panel.callJsFunction("focus"));
    }

    private static String masked(ReviewItem item) {
        return Masking.value(item.field(), item.value());
    }

    /** For a minute; that it was is on the timeline, where the learner sees it. */
    private void reveal() {
        checks.revealed(item);
        reveal.setVisible(false);
        value.reveal(item.value(), () -> reveal.setVisible(true));
    }

    /** Whether something would be lost if this went away. */
    boolean typed() {
        return !instead.isEmpty();
    }

    /** Somebody else settled it, while a right value was being typed here. */
    void settledElsewhere() {
        meanwhile.setText(getTranslation("quality.item.settled"));
    }

    private void right() {
        checks.right(item);
        done();
    }

    private void done() {
        instead.clear();
        settled.run();
    }

    /** With the right value where it is known. */
    private void wrong() {
        if (instead.getValue().isBlank()) {
            checks.wrong(item);
            done();
        } else {
            save();
        }
    }

    private void save() {
        if (instead.getValue().isBlank()) {
            instead.focus();
            return;
        }
        switch (checks.wrong(item, instead.getValue(), over)) {
            case Edited.Taken taken -> done();
            case Edited.Refused refused -> refuse("files.refused." + refused.reason());
            case Edited.ChangedMeanwhile changed -> changed(changed.now());
            case Edited.Unknown unknown -> refuse("files.unknown");
        }
    }

    /** What was typed stays; saving it again is then on purpose. */
    private void changed(@Nullable FieldValue now) {
        over = now;
        meanwhile.setText(now == null
                ? getTranslation("quality.item.gone")
                : getTranslation("quality.item.meanwhile", Mask.shown(now)));
        instead.focus();
    }

    private void refuse(String why) {
        instead.setErrorMessage(getTranslation(why));
        instead.setInvalid(true);
        instead.focus();
    }
}
