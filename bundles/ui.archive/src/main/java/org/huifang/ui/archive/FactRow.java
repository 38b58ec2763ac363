// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.FieldValue;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * One value of a file with its source and age, what other sources say otherwise, and behind a key who said what when.
 * While somebody types in it, news from elsewhere moves nothing.
 */
final class FactRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final UUID learner;
    private final String field;
    private final Button open = new Button();
    private final Span aside = new Span();
    private final Div others = new Div();
    private final Span note = new Span();
    private final Div details = new Div();
    private transient @Nullable FieldValue value;
    private transient List<FieldValue> conflicts = List.of();
    private boolean shown;

    /** @param changed called after a change was recorded */
    FactRow(Desk desk, UUID learner, String field, Runnable changed) {
        this.desk = desk;
        this.learner = learner;
        this.field = field;
        this.changed = changed;
        var label = new Span(Words.field(field));
        label.addClassNames(FontSize.SMALL, TextColor.SECONDARY, Flex.NONE);
        label.setWidth("6rem");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.addClassNames(FontWeight.MEDIUM, Flex.ONE, TextAlignment.LEFT, TextColor.BODY);
        open.setMinWidth("10rem");
        open.getStyle().set("justify-content", "start").set("min-height", "1.75rem");
        open.addClickListener(click -> toggle());
        aside.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        var line = new Div(label, open, aside);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.SMALL);
        others.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        note.getElement().setAttribute("role", "status");
        note.addClassNames(FontSize.SMALL, TextColor.WARNING);
        details.addClassNames(Padding.Vertical.SMALL);
        details.setVisible(false);
        getContent().addClassNames(Padding.Vertical.XSMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(line, others, note, details);
    }

    void show(@Nullable FieldValue now, List<FieldValue> otherwise) {
        if (shown && Objects.equals(now, value) && otherwise.equals(conflicts)) {
            return;
        }
        shown = true;
        value = now;
        conflicts = otherwise;
        open.setText(now == null ? getTranslation("files.fact.unknown") : Mask.shown(now));
        open.setAriaLabel(getTranslation("files.fact.open", Words.field(field), open.getText()));
        aside.setText(now == null ? "" : age(now));
        others.removeAll();
        otherwise.forEach(other -> others.add(conflict(other)));
        if (details.isVisible() && details.getChildren().findFirst().orElse(null) instanceof FactDetails inDetail) {
            inDetail.show(now, Correction.staffs(otherwise) != null);
        }
    }

    /** As {@code course platform, 12 days ago}: where it comes from and how old it is. */
    private String age(FieldValue shown) {
        var days = Math.max(0, Duration.between(shown.since(), desk.clock().instant()).toDays());
        return days == 0
                ? getTranslation("files.age.today", Words.source(shown.source()))
                : getTranslation("files.age", Words.source(shown.source()), days);
    }

    private Component conflict(FieldValue other) {
        var icon = Pieces.icon(VaadinIcon.WARNING, TextColor.WARNING, Flex.NONE);
        var text = new Span(getTranslation("files.fact.otherwise", Mask.shown(other), age(other)));
        text.addClassNames(FontSize.SMALL, Flex.ONE);
        text.setMinWidth("10rem");
        var keep = Buttons.small(getTranslation("files.fact.keep"), () -> keep(other));
        keep.setAriaLabel(getTranslation("files.fact.keep.aria", Words.field(field), Mask.shown(other)));
        var line = new Div(icon, text, keep);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL);
        return line;
    }

    /** Opens with the field ready to type in. */
    void toggle() {
        boolean show = !details.isVisible();
        details.removeAll();
        details.setVisible(show);
        open.getElement().setAttribute("aria-expanded", Boolean.toString(show));
        if (show) {
            note.setText("");
            details.add(new FactDetails(desk, learner, field, value, Correction.staffs(conflicts) != null,
                    new FactDetails.Saying() {
                        @Override
                        public Edited say(String said) {
                            return FactRow.this.say(value, said, Confidence.STATED);
                        }

                        @Override
                        public Edited right(FieldValue seen) {
                            return FactRow.this.say(seen, seen.value(), Confidence.VERIFIED);
                        }
                    }, this::toggle));
        } else {
            open.focus();
        }
    }

    /** @param seen what was on the screen when somebody said it */
    private Edited say(@Nullable FieldValue seen, String said, Confidence confidence) {
        var correction = new Correction(desk, learner, field, seen, conflicts);
        Edited edited = correction.say(said, confidence);
        if (edited instanceof Edited.Taken) {
            if (details.isVisible()) {
                toggle();
            }
            changed.run();
            var above = correction.above(said);
            note.setText(above == null
                    ? ""
                    : getTranslation("files.fact.above", Mask.shown(above), Words.source(above.source())));
            UndoNotice.show(getTranslation("files.fact.changed", Words.field(field)), () -> {
                told(correction.takeBack());
                changed.run();
            });
        }
        return edited;
    }

    /** What another source says was held against the person and is right. */
    private void keep(FieldValue other) {
        told(say(value, other.value(), Confidence.VERIFIED));
    }

    /** Says below the value what came of a button that stands there or nowhere any more. */
    private void told(Edited edited) {
        switch (edited) {
            case Edited.Taken taken -> {
                // the value itself shows it
            }
            case Edited.ChangedMeanwhile other -> {
                changed.run();
                note.setText(getTranslation("files.fact.not"));
            }
            case Edited.Refused refused -> note.setText(getTranslation("files.refused." + refused.reason()));
            case Edited.Unknown unknown -> note.setText(getTranslation("files.unknown"));
        }
    }
}
