// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.ui.parts.Pieces;

/** How far the work has come; one may leave, it goes on. */
final class Progress extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final ProgressBar bar = new ProgressBar();
    private final Span sentence = new Span();
    private final Button stop;

    Progress(Runnable stopping) {
        stop = new Button(getTranslation("intake.stop"), click -> stopping.run());
        bar.getElement().setAttribute("aria-label", getTranslation("intake.progress"));
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, AlignItems.START, Gap.SMALL);
        getContent().add(bar, sentence, Pieces.quiet(getTranslation("intake.leave")), stop);
    }

    void show(ImportRun run) {
        boolean undoing = run.state() == ImportState.UNDOING;
        long done = undoing
                ? run.undone()
                : ImportRun.sum(run.state() == ImportState.CHECKING ? run.checked() : run.taken());
        long all = undoing ? run.recorded() : run.rows();
        bar.setIndeterminate(all <= 0);
        if (all > 0) {
            bar.setValue(Math.min(1.0, (double) done / all));
        }
        sentence.setText(all > 0
                ? getTranslation("intake.progress.of", done, all)
                : getTranslation("intake.progress.rows", done));
        stop.setVisible(!undoing);
    }
}
