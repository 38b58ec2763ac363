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
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
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

    /** Records what was typed. */
    interface Saying {
        Edited say(String value, Confidence confidence);
    }

    private final transient Desk desk;
    private final String field;
    private final transient Saying saying;
    private final TextField text = new TextField();
    private final Div meanwhile = new Div();

    FactDetails(Desk desk, UUID learner, String field, @Nullable FieldValue value, Saying saying, Runnable close) {
        this.desk = desk;
        this.field = field;
        this.saying = saying;
        var shown = value == null ? "" : Mask.shown(value);
        boolean masked = value != null && !shown.equals(value.value());
        text.setAriaLabel(Words.field(field));
        text.setPlaceholder(masked ? shown : "");
        text.setValue(masked ? "" : shown);
        text.setHelperText(hint());
        text.setWidth("18rem");
        text.setMaxWidth("100%");
        text.setAutofocus(true);
        text.addAttachListener(attached -> text.focus());
        var save = Buttons.primary(getTranslation("files.fact.save"), this::save);
        var cancel = new Button(getTranslation("files.fact.cancel"), click -> close.run());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().getElement().addEventListener("keydown", event -> close.run())
                .setFilter("event.key === 'Escape' && !event.isComposing && event.keyCode !== 229");
        Keys.on(getContent(), "Ctrl+Enter", "files.key.save", this::save);
        var bar = new Div(text, save, cancel);
        if (value != null) {
            bar.add(new Button(getTranslation("files.fact.right"),
                    click -> saying.say(value.value(), Confidence.VERIFIED)));
        }
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.SMALL);
        meanwhile.getElement().setAttribute("role", "status");
        meanwhile.addClassNames(FontSize.SMALL, TextColor.WARNING);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.SMALL,
                Background.CONTRAST_5, BorderRadius.MEDIUM);
        getContent().add(bar, meanwhile);
        if (value != null && masked) {
            getContent().add(inFull(learner, value, shown));
        }
        getContent().add(heading(), history(learner));
    }

    /** Shown to whoever says what for; the learner sees that it was. */
    private Div inFull(UUID learner, FieldValue value, String masked) {
        var shown = new Masked();
        shown.mask(masked, "");
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

    private void save() {
        text.setInvalid(false);
        switch (saying.say(text.getValue(), Confidence.STATED)) {
            case Edited.Taken taken -> text.setInvalid(false);
            case Edited.Refused refused -> invalid("files.refused." + refused.reason());
            case Edited.Unknown unknown -> invalid("files.unknown");
            case Edited.ChangedMeanwhile other -> changed(other.now());
        }
    }

    private void invalid(String why) {
        text.setErrorMessage(getTranslation(why));
        text.setInvalid(true);
        text.focus();
    }

    /** Somebody else changed it: said beside what is being typed, which stays; saving again is then on purpose. */
    void changed(@Nullable FieldValue now) {
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
