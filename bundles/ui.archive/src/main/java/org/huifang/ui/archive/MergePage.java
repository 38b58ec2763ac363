// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.LearnerFile;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Are these two files one person's? Both, and what one file of both would look like, before anything is done. */
final class MergePage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("merge.title"));
    private final TextField reason = new TextField(getTranslation("merge.reason"));

    MergePage(Desk desk) {
        this.desk = desk;
        reason.setWidth("22rem");
        reason.setMaxWidth("100%");
        reason.setMaxLength(500);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
    }

    void open(@Nullable UUID one, @Nullable UUID other) {
        getContent().removeAll();
        getContent().add(Links.link(getTranslation("merge.back"), "files/" + one), zone);
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var kept = one == null ? null : desk.archive().file(tenant, one).orElse(null);
            var absorbed = other == null ? null : desk.archive().file(tenant, other).orElse(null);
            if (kept == null || absorbed == null || kept.id().equals(absorbed.id())) {
                zone.show(new EmptyState(VaadinIcon.FOLDER_O, getTranslation("merge.none"),
                        getTranslation("merge.none.why")));
                return;
            }
            var both = desk.keeping().preview(tenant, kept.id(), absorbed.id()).orElseThrow();
            var columns = new Div(column(getTranslation("merge.this"), kept, both, false),
                    column(getTranslation("merge.other"), absorbed, both, false),
                    column(getTranslation("merge.result"), both, both, true));
            columns.addClassNames(Display.FLEX, FlexDirection.COLUMN, FlexDirection.Breakpoint.Large.ROW, Gap.MEDIUM);
            zone.show(new Paragraph(getTranslation("merge.why")), columns, reason, buttons(kept, absorbed));
        });
    }

    private Component column(String title, LearnerFile file, LearnerFile both, boolean result) {
        var heading = new H2(title);
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE);
        var list = Layouts.list();
        for (Field field : Field.values()) {
            if (both.value(field.key()).isPresent()) {
                var value = file.value(field.key()).map(Mask::shown).orElse("–");
                int losers = result ? file.conflicts(field.key()).size() : 0;
                list.add(line(Words.field(field.key()),
                        losers == 0 ? value : getTranslation("merge.losers", value, losers)));
            }
        }
        list.add(line(getTranslation("files.enrolments"), getTranslation("files.courses", file.enrolments().size())),
                line(getTranslation("merge.keys"), Integer.toString(file.keys().size())));
        var column = new Div(heading, list);
        column.addClassNames(Flex.ONE, MinWidth.NONE, Padding.MEDIUM, Border.ALL, BorderColor.CONTRAST_10,
                BorderRadius.MEDIUM);
        return column;
    }

    private static ListItem line(String term, String value) {
        var label = Pieces.quiet(term);
        label.setWidth("7rem");
        var text = new Span(value);
        text.setMinWidth("9rem");
        text.addClassName(Flex.ONE);
        var line = new ListItem(label, text);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.SMALL, Padding.Vertical.XSMALL);
        return line;
    }

    private Component buttons(LearnerFile kept, LearnerFile absorbed) {
        var merge = Buttons.primary(getTranslation("merge.do"), () -> merge(kept, absorbed));
        merge.setDisableOnClick(true);
        var apart = new Button(getTranslation("merge.apart"), click -> apart(kept, absorbed));
        var bar = new Div(merge, apart);
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        return bar;
    }

    private void merge(LearnerFile kept, LearnerFile absorbed) {
        desk.decide(new Fact.Merged(kept.id(), absorbed.id(), reason.getValue().strip(), Desk.author(),
                desk.clock().instant()));
        UndoNotice.show(getTranslation("merge.done"), () -> {
            desk.decide(new Fact.Split(kept.id(), absorbed.id(), Fact.Split.UNDONE, Desk.author(),
                    desk.clock().instant()));
            Links.go("files/" + kept.id() + "/merge/" + absorbed.id());
        });
        Links.go("files/" + kept.id());
    }

    private void apart(LearnerFile kept, LearnerFile absorbed) {
        desk.decide(new Fact.KeptApart(kept.id(), absorbed.id(), Desk.author(), desk.clock().instant()));
        Links.go("files/alike");
    }
}
