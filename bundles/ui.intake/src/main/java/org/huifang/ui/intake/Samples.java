// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.ListExport;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Pieces;

/** The first rows of a kind with line and reason, opened on demand; of those that cannot be taken all, as a file. */
final class Samples extends Composite<Details> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 1_000;

    private final transient Intake intake;
    private final transient ImportRun run;
    private final RowKind kind;
    private final Div content = new Div();
    private boolean filled;

    Samples(Intake intake, ListExport export, ImportRun run, RowKind kind, long count) {
        this.intake = intake;
        this.run = run;
        this.kind = kind;
        getContent().setSummaryText(getTranslation("intake.count", ImportWords.of(kind), count));
        getContent().add(content);
        if (kind == RowKind.ERROR) {
            getContent().add(new Anchor(errors(export), getTranslation("intake.errors.download")));
        }
        getContent().addOpenedChangeListener(event -> fill());
        getContent().setOpened(kind == RowKind.ERROR || kind == RowKind.CONFLICT);
        fill();
    }

    private void fill() {
        if (filled || !getContent().isOpened()) {
            return;
        }
        filled = true;
        content.add(Pieces.quiet(getTranslation("intake.samples", ImportWords.of(kind))), Layouts.list(intake
                .samples(Viewer.current().tenant(), run.id(), kind).stream().map(this::row).toArray(Component[]::new)));
    }

    private Component row(RowFinding found) {
        var line = Layouts.line(Pieces.quiet(getTranslation("intake.line", found.line())), Pieces.strong(found.name()));
        if (kind == RowKind.CONFLICT) {
            line.add(Pieces.quiet(getTranslation("intake.conflict", field(found.column()), found.value(),
                    // what the list says is the uploader's own; what the file holds may come from elsewhere
                    Mask.shown(found.column(), found.detail()))));
        } else if (!found.column().isEmpty()) {
            line.add(Pieces.quiet(getTranslation("intake.value", found.column(), found.value())));
        }
        if (found.reason() == RowReason.SAME_AS_LINE) {
            line.add(Pieces.quiet(getTranslation("intake.same", found.detail())));
        } else if (found.reason() != RowReason.NONE) {
            line.add(Pieces.quiet(ImportWords.of(found.reason())));
            if (found.reason() == RowReason.ID_TWICE) {
                line.add(Pieces.quiet(getTranslation("intake.line", found.detail())));
            } else if (!found.detail().isEmpty()) {
                line.add(Pieces.quiet(found.detail()));
            }
        }
        return Layouts.row(line);
    }

    private static String field(String key) {
        return Field.of(key).isPresent() ? ImportWords.target(key) : key;
    }

    private DownloadHandler errors(ListExport export) {
        TenantId tenant = Viewer.current().tenant();
        Map<RowReason, String> reasons = ImportWords.reasons();
        List<String> header = List.of(getTranslation("intake.errors.line"), getTranslation("intake.errors.column"),
                getTranslation("intake.errors.value"), getTranslation("intake.errors.reason"));
        return event -> {
            event.setFileName("errors-" + run.id() + Format.CSV.extension());
            event.setContentType(Format.CSV.mediaType());
            try (var out = event.getOutputStream()) {
                export.write(Format.CSV, header, all(tenant, reasons), out);
            }
        };
    }

    private Iterator<List<String>> all(TenantId tenant, Map<RowReason, String> reasons) {
        return new Iterator<>() {
            private Page<RowFinding> page = intake.errors(tenant, run.id(), null, PAGE);
            private int next;

            @Override
            public boolean hasNext() {
                if (next == page.items().size() && page.next() != null) {
                    page = intake.errors(tenant, run.id(), page.next(), PAGE);
                    next = 0;
                }
                return next < page.items().size();
            }

            @Override
            public List<String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                RowFinding found = page.items().get(next++);
                return List.of(Long.toString(found.line()), found.column(), found.value(),
                        reasons.getOrDefault(found.reason(), ""));
            }
        };
    }
}
