// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.ListExport;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One import at the step where it stands; while work goes on its bar moves in place. */
final class OneImport extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Intake intake;
    private final transient ListExport export;
    private final H2 name = new H2();
    private final Span about = Pieces.quiet("");
    private final Zone step = new Zone();
    private @Nullable UUID id;
    private @Nullable ImportState shown;
    private @Nullable Progress progress;

    OneImport(Intake intake, ListExport export) {
        this.intake = intake;
        this.export = export;
        name.addClassNames(FontSize.LARGE, Margin.NONE);
        about.getElement().setAttribute("role", "status");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(Links.link(getTranslation("intake.back"), ImportView.PATH), name, about, step);
    }

    void open(@Nullable UUID run) {
        id = run;
        shown = null;
        refresh();
    }

    void refresh() {
        step.run(() -> {
            var found = id == null
                    ? Optional.<ImportRun>empty()
                    : intake.run(Viewer.current().tenant(), id);
            found.ifPresentOrElse(this::show, this::unknown);
        });
    }

    private void unknown() {
        name.setText("");
        about.setText("");
        step.show(new EmptyState(VaadinIcon.INBOX, getTranslation("intake.unknown"),
                getTranslation("intake.unknown.why")));
    }

    private void show(ImportRun run) {
        name.setText(run.fileName());
        about.setText(getTranslation("intake.about", ImportWords.of(run.state()), Times.stamp(run.uploaded()),
                Math.max(1, run.bytes() >> 10)));
        if (run.state() == shown) {
            if (progress != null) {
                progress.show(run);
            }
            return;
        }
        shown = run.state();
        progress = run.state().busy() ? new Progress(() -> changed(intake.stop(tenant(), run.id()))) : null;
        if (progress != null) {
            progress.show(run);
            step.show(progress);
        } else {
            step.show(part(run));
        }
    }

    private Component part(ImportRun run) {
        return run.state() == ImportState.COLUMNS
                ? new ColumnsPart(intake, run, this::changed)
                : new Outcome(intake, export, run, this::changed);
    }

    /** After something that a person did here: what is shown is made anew. */
    private void changed(ImportRun run) {
        if (!run.id().equals(id)) {
            Links.go(ImportView.PATH + "/" + run.id());
            return;
        }
        shown = null;
        show(run);
    }

    private static TenantId tenant() {
        return Viewer.current().tenant();
    }
}
