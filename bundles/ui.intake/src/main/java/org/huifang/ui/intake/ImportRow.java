// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import org.huifang.api.intake.ImportRun;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** One import in the list of all. */
final class ImportRow extends Composite<ListItem> implements MoreList.Row<ImportRun> {
    private static final long serialVersionUID = 1L;

    ImportRow() {
        Layouts.ruled(getContent());
    }

    @Override
    public void show(ImportRun run) {
        getContent().removeAll();
        getContent().add(Layouts.line(Links.link(run.fileName(), ImportView.PATH + "/" + run.id()),
                Pieces.quiet(Times.stamp(run.uploaded())), Pieces.quiet(ImportWords.of(run.state()))));
        var counts = run.taken().isEmpty() ? run.checked() : run.taken();
        if (!counts.isEmpty()) {
            getContent().add(Pieces.quiet(Counts.sentence(counts)));
        }
    }
}
