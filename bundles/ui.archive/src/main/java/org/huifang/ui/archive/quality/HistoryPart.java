// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.archive.History;
import org.huifang.api.intake.ListExport;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Whether the history still is what was recorded, with the anchor to keep: on paper too. */
final class HistoryPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient History history;
    private final Zone zone = new Zone(getTranslation("quality.history"));
    private final ListFiles files;
    private final Button check = new Button(getTranslation("quality.history.check"), click -> check());

    HistoryPart(History history, @Nullable ListExport export) {
        this.history = history;
        check.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        files = new ListFiles(export, "anchors",
                Stream.of("day", "block", "facts", "hash").map(column -> getTranslation("quality.history." + column))
                        .toList(),
                () -> ListFiles.rows((after, limit) -> history.anchors(Viewer.current().tenant(), after, limit),
                        anchor -> List.of(anchor.day().toString(), Long.toString(anchor.block()),
                                Long.toString(anchor.facts()), anchor.hash())));
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> show(history.state(Viewer.current().tenant())));
    }

    private void check() {
        zone.run(() -> {
            history.check(Viewer.current().tenant());
            load();
        });
    }

    private void show(History.State state) {
        History.Anchor last = state.last();
        if (last == null) {
            zone.empty(getTranslation("quality.history.none"));
            return;
        }
        var hash = new Code(last.hash());
        hash.addClassName(FontSize.SMALL);
        hash.getStyle().set("overflow-wrap", "anywhere");
        check.setEnabled(!state.checking());
        check.setText(getTranslation(state.checking() ? "quality.history.checking" : "quality.history.check"));
        zone.show(Pieces.note(getTranslation("quality.history.why")), finding(state),
                Layouts.line(new Span(getTranslation("quality.history.anchor", last.day().toString(), last.block(),
                        last.facts())), hash),
                Paper.never(Layouts.line(check, files)));
    }

    private Component finding(History.State state) {
        if (state.wrong() != null) {
            return Pieces.state(VaadinIcon.WARNING, getTranslation("quality.history.wrong", state.wrong()),
                    TextColor.ERROR);
        }
        if (state.checked() == null) {
            return Pieces.quiet(getTranslation("quality.history.unchecked"));
        }
        return Pieces.state(VaadinIcon.CHECK, getTranslation("quality.history.right", Times.stamp(state.checked())),
                TextColor.SUCCESS);
    }
}
