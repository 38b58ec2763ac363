// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.access.Masking;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.Plausible;
import org.huifang.ui.Keys;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Masked;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Behind a value: a field to change it, and everything that anybody ever said of it. */
final class FactDetails extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** Records what somebody says of the value. */
    interface Saying {
        /** @param value that was typed, or "" to take back what staff said */
        Edited say(String value);

        /** @param seen the value that was on the screen, and is right */
        Edited right(FieldValue seen);
    }

    private final transient Desk desk;
    private final UUID learner;
    private final String field;
    private final transient Saying saying;
    private final transient Runnable close;
    private final TextField text = new TextField();
    private final Div meanwhile = new Div();
    private final Button right = new Button();
    private final Button remove = new Button();
    private final Div inFull = new Div();
    private transient @Nullable FieldValue value;
    private boolean own;

    /** @param below whether staff say otherwise than the value that holds */
    FactDetails(Desk desk, UUID learner, String field, @Nullable FieldValue value, boolean below, Saying saying,
            Runnable close) {
        this.desk = desk;
        this.learner = learner;
        this.field = field;
        this.saying = saying;
        this.close = close;
        text.setAriaLabel(Words.field(field));
        text.setValue(value == null || masked(value) ? "" : Mask.shown(value));
        text.setHelperText(hint());
        text.setWidth("18rem");
        text.setMaxWidth("100%");
        text.setAutofocus(true);
        text.addAttachListener(attached -> text.focus());
        var save = Buttons.primary(getTranslation("files.fact.save"), this::save);
        var cancel = new Button(getTranslation("files.fact.cancel"), click -> close.run());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().getElement().addEventListener("keydown", event -> close.run())
                .setFilter("event.key === 'Escape' && !event.isComposing && event.keyCode !== 229"
                        + " && !event.composedPath().some(e => e.matches && e.matches('[opened]'))");
        Keys.inside(getContent(), "Ctrl+Enter", "files.key.save", this::save);
        right.setText(getTranslation("files.fact.right"));
        right.addClickListener(click -> right());
        remove.setText(getTranslation("files.fact.remove"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        remove.addClickListener(click -> came(saying.say("")));
        var bar = new Div(text, save, cancel, right, remove);
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.SMALL);
        meanwhile.getElement().setAttribute("role", "status");
        meanwhile.addClassNames(FontSize.SMALL, TextColor.WARNING);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.SMALL,
                Background.CONTRAST_5, BorderRadius.MEDIUM);
        getContent().add(bar, meanwhile, inFull, heading(), history(learner));
        put(value, below);
    }

    private static boolean masked(FieldValue value) {
        return !Masking.value(value.field(), value.value()).equals(value.value());
    }

    /** What the buttons are about is always the value that is on the screen. */
    private void put(@Nullable FieldValue now, boolean below) {
        value = now;
        own = below || now != null && now.source().equals(Desk.SOURCE);
        text.setPlaceholder(now != null && masked(now) ? Mask.shown(now) : "");
        right.setVisible(now != null);
        remove.setVisible(own);
        inFull.removeAll();
        if (now != null && masked(now)) {
            inFull.add(inFull(now));
        }
    }

    /** Shown to whoever says what for; the learner sees that it was. */
    private Div inFull(FieldValue value) {
        var shown = new Masked();
        shown.mask(Mask.shown(value), "");
        shown.addClassName(FontWeight.SEMIBOLD);
        var why = new Select<String>();
        why.setPlaceholder(getTranslation("files.reveal"));
        why.setAriaLabel(getTranslation("files.reveal"));
        why.setItems(Words.REVEALS);
        why.setItemLabelGenerator(reason -> reason == null ? "" : Words.revealed(reason));
        why.setWidth("14rem");
        why.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                desk.decide(new Fact.Revealed(learner, field, event.getValue(), Desk.author(), desk.clock().instant()));
                shown.reveal(value.value(), why::clear);
            }
        });
        var line = new Div(shown, why, Pieces.quiet(getTranslation("files.reveal.seen")));
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        return line;
    }

    private String hint() {
        return switch (field) {
            case "birthDate", "hours", "timeZone", "locale", "channel", "phone", "email" ->
                getTranslation("files.hint." + field.toLowerCase(Locale.ROOT));
            default -> "";
        };
    }

    /** Nothing typed is nothing said: a value that stands masked is not taken back by who only looks at it. */
    private void save() {
        text.setInvalid(false);
        if (text.getValue().isBlank() && !(own && value != null && !masked(value))) {
            close.run();
            return;
        }
        var seen = value;
        if (own && seen != null && seen.value().equals(Plausible.plain(field, text.getValue()))) {
            close.run(); // who changed nothing says nothing
            return;
        }
        came(saying.say(text.getValue()));
    }

    private void right() {
        var seen = value;
        if (seen != null) {
            came(saying.right(seen));
        }
    }

    private void came(Edited edited) {
        switch (edited) {
            case Edited.Taken taken -> text.setInvalid(false);
            case Edited.Refused refused -> invalid("files.refused." + refused.reason());
            case Edited.Unknown unknown -> invalid("files.unknown");
            case Edited.ChangedMeanwhile other -> meanwhile(other.now());
        }
    }

    private void invalid(String why) {
        text.setErrorMessage(getTranslation(why));
        text.setInvalid(true);
        text.focus();
    }

    /**
     * Shows news from elsewhere.
     *
     * @param below whether staff say otherwise than the value that holds
     */
    void show(@Nullable FieldValue now, boolean below) {
        boolean other = !Objects.equals(now, value);
        put(now, below);
        if (other) {
            meanwhile(now);
        }
    }

    /** Somebody else changed it: said beside what is being typed, which stays; saving again is then on purpose. */
    private void meanwhile(@Nullable FieldValue now) {
        meanwhile.setText(now == null
                ? getTranslation("files.fact.meanwhile.gone")
                : getTranslation("files.fact.meanwhile", Mask.shown(now), desk.name(now.author())));
    }

    private H3 heading() {
        var heading = new H3(getTranslation("files.fact.history"));
        heading.addClassNames(FontSize.SMALL, FontWeight.SEMIBOLD, Margin.NONE);
        return heading;
    }

    private UnorderedList history(UUID learner) {
        var list = new UnorderedList();
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE, FontSize.SMALL);
        List<FieldValue> all = desk.keeping().history(Viewer.current().tenant(), learner, field);
        all.forEach(each -> list.add(new ListItem(line(each))));
        if (all.isEmpty()) {
            list.add(new ListItem(getTranslation("files.fact.history.none")));
        }
        return list;
    }

    private String line(FieldValue each) {
        var what = each.value().isEmpty() ? getTranslation("files.fact.emptied") : Mask.shown(each);
        var who = desk.name(each.author());
        var source = Words.source(each.source());
        var by = who.equals(source) ? source : getTranslation("files.fact.by", source, who);
        return getTranslation(each.superseded() == null ? "files.fact.said" : "files.fact.was", what, by,
                Words.of(each.confidence()), Times.stamp(each.since()), Times.stamp(each.recorded()));
    }
}
