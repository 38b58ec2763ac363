// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.ListExport;
import org.huifang.api.intake.RowKind;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.ErrorNotice;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** What a check found or a run did, row by row where it matters, and what can be done now. */
final class Outcome extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Intake intake;
    private final transient ImportRun run;
    private final transient Consumer<ImportRun> changed;
    private final Div preview = new Div();

    Outcome(Intake intake, ListExport export, ImportRun run, Consumer<ImportRun> changed) {
        this.intake = intake;
        this.run = run;
        this.changed = changed;
        Map<RowKind, Long> counts = run.taken().isEmpty() ? run.checked() : run.taken();
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        if (run.failure() != null) {
            getContent().add(new ErrorNotice(ImportWords.refused(run.failure(), run.failedAt()), ""));
        }
        if (!counts.isEmpty()) {
            getContent().add(Pieces.strong(Counts.sentence(counts)));
        }
        if (run.state() == ImportState.UNDONE) {
            getContent().add(Pieces.wideSentence(getTranslation("intake.undone", run.undone())));
        }
        preview.setVisible(false);
        preview.addClassNames(Background.CONTRAST_5, BorderRadius.MEDIUM, Padding.MEDIUM);
        getContent().add(actions(counts), preview);
        for (RowKind kind : RowKind.values()) {
            if (counts.getOrDefault(kind, 0L) > 0) {
                getContent().add(new Samples(intake, export, run, kind, counts.getOrDefault(kind, 0L)));
            }
        }
    }

    private Div actions(Map<RowKind, Long> counts) {
        var line = Layouts.line();
        long news = counts.getOrDefault(RowKind.CREATE, 0L) + counts.getOrDefault(RowKind.UPDATE, 0L)
                + counts.getOrDefault(RowKind.CONFLICT, 0L);
        // what a roster confirms or has waiting for its people is news to the next one
        boolean roster = run.format() == Format.ONEROSTER
                && ImportRun.sum(counts) > counts.getOrDefault(RowKind.ERROR, 0L);
        if (run.state() == ImportState.CHECKED && (news > 0 || roster)) {
            line.add(Buttons.primary(getTranslation(news > 0 ? "intake.start" : "intake.roster.start", news),
                    () -> changed.accept(intake.start(Viewer.current().tenant(), run.id()))));
        } else if (run.state() == ImportState.CHECKED) {
            line.add(Pieces.wideSentence(getTranslation("intake.nothing")));
        }
        if (run.taken().isEmpty() && run.fileKept()) {
            line.add(new Button(getTranslation("intake.tocolumns"),
                    click -> changed.accept(intake.back(Viewer.current().tenant(), run.id()))));
        } else if (run.fileKept()) {
            line.add(new Button(getTranslation("intake.again"), click -> intake
                    .again(Viewer.current().tenant(), run.id(), Objects.requireNonNull(Viewer.current().account()))
                    .ifPresent(changed)));
        }
        if (run.recorded() > 0 && run.state() != ImportState.UNDONE) {
            line.add(new Button(getTranslation("intake.undo"), click -> previewUndo()));
        }
        return line;
    }

    private void previewUndo() {
        long created = run.taken().getOrDefault(RowKind.CREATE, 0L);
        preview.removeAll();
        preview.add(Pieces.wideSentence(getTranslation(
                run.format() == Format.ONEROSTER ? "intake.undo.roster" : "intake.undo.effect", created,
                run.recorded() - created)),
                Layouts.line(Buttons.primary(getTranslation("intake.undo.now", run.recorded()),
                        () -> changed.accept(intake.undo(Viewer.current().tenant(), run.id()))),
                        new Button(getTranslation("intake.keep"), click -> preview.setVisible(false))));
        preview.setVisible(true);
    }
}
