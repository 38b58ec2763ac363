// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Likeness;
import org.huifang.ui.Links;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Whose file this is and of which day, and what has to be decided about it: is it one person's, or two? */
final class FileHead extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final H2 name = new H2();
    private final DayField day = new DayField("");
    private final Div bands = new Div();
    private final Div consents = new Div();
    private @Nullable UUID learner;
    private String kind = "";
    private transient @Nullable Banded banded;

    /** What the bands speak of. */
    private record Banded(UUID learner, List<UUID> parts, @Nullable LocalDate at, List<Likeness> alike) {}

    FileHead(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        name.addClassNames(FontSize.XLARGE, Margin.NONE);
        day.setAriaLabel(getTranslation("files.asof"));
        day.setPlaceholder(getTranslation("files.asof"));
        day.setClearButtonVisible(true);
        day.setWidth("12rem");
        day.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go("files/" + learner, "at", event.getValue(), "kind", kind);
            }
        });
        var line = new Div(name, consents, day);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, JustifyContent.BETWEEN, Gap.SMALL);
        bands.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Margin.Bottom.MEDIUM);
        getContent().add(line, bands);
    }

    /**
     * Shows the head.
     *
     * @param at the day that the file is shown of, or null for now
     * @param alike files that may be this person's too
     */
    void show(LearnerFile file, @Nullable LocalDate at, List<Likeness> alike) {
        learner = file.id();
        name.setText(file.name());
        consents.removeAll();
        consents.add(Links.link(getTranslation("files.consents"), "consents/" + file.id()));
        day.setMax(LocalDate.ofInstant(desk.clock().instant(), Times.zone()));
        day.setValue(at);
        var now = new Banded(file.id(), file.parts(), at, alike);
        if (now.equals(banded)) {
            return; // a button that is being pressed must not be taken away because something else of the file changed
        }
        banded = now;
        bands.removeAll();
        if (at != null) {
            bands.add(band(getTranslation("files.asof.band", at),
                    Links.link(getTranslation("files.asof.now"), "files/" + learner)));
            return;
        }
        alike.forEach(like -> bands.add(band(
                getTranslation(like.sameName() ? "files.alike.name" : "files.alike", Words.field(like.by()),
                        other(like)),
                Links.link(getTranslation("files.alike.compare"), "files/" + learner + "/merge/" + otherId(like)))));
        file.parts().stream().skip(1).forEach(part -> bands.add(part(file, part)));
    }

    /** @param ofEntries the kind of entries that the timeline shows, which stays when another day is chosen */
    void kind(String ofEntries) {
        kind = ofEntries;
    }

    private String other(Likeness like) {
        return like.one().equals(learner) ? like.otherName() : like.oneName();
    }

    private UUID otherId(Likeness like) {
        return like.one().equals(learner) ? like.other() : like.one();
    }

    private Component part(LearnerFile file, UUID part) {
        var split = new Button(getTranslation("files.split"), click -> {
            desk.decide(new Fact.Split(file.id(), part, "", Desk.author(), desk.clock().instant()));
            changed.run();
            UndoNotice.show(getTranslation("files.split.done"), () -> {
                desk.decide(new Fact.Merged(file.id(), part, "", Desk.author(), desk.clock().instant()));
                changed.run();
            });
        });
        split.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return band(getTranslation("files.merged"), split);
    }

    private static Div band(String sentence, Component action) {
        var band = new Div(new Span(sentence), action);
        band.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, JustifyContent.BETWEEN, Gap.SMALL,
                Padding.SMALL, Background.CONTRAST_5, BorderRadius.MEDIUM, TextColor.BODY);
        return band;
    }
}
