// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.archive.Stage;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ListExport;
import org.huifang.api.segment.Listed;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * The list that is on the screen as a file: the same people, in the same order, with the same masks. It is read page by
 * page while it is written.
 */
final class ListFiles extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 500;

    private final transient @Nullable ListExport export;

    ListFiles(@Nullable ListExport export) {
        this.export = export;
        getContent().addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, FontSize.SMALL);
    }

    void show(KeysetItems.Source<Listed> source, boolean any) {
        getContent().removeAll();
        if (export != null && any) {
            var label = new Span(getTranslation("list.export"));
            label.addClassName(TextColor.SECONDARY);
            getContent().add(label, link(export, Format.CSV, source), link(export, Format.XLSX, source));
        }
    }

    private Anchor link(ListExport writer, Format format, KeysetItems.Source<Listed> source) {
        // words and masks are made here, for the file is written outside the page
        var header = Stream.of("list.file.name", "list.file.phone", "list.file.email", "list.file.course",
                "list.file.stage", "list.file.progress", "list.file.active", "list.file.tags").map(this::getTranslation)
                .toList();
        var stages = Stream.of(Stage.values())
                .collect(Collectors.toMap(stage -> stage, Words::of));
        DownloadHandler handler = event -> {
            event.setFileName("files" + format.extension());
            event.setContentType(format.mediaType());
            try (var out = event.getOutputStream()) {
                writer.write(format, header, new Rows(source, stages), out);
            }
        };
        var link = new Anchor(handler, format.name());
        link.getElement().setAttribute("download", "files" + format.extension());
        return link;
    }

    /** Each person a row. */
    private static final class Rows implements Iterator<List<String>> {
        private final KeysetItems.Source<Listed> source;
        private final Map<Stage, String> stages;
        private Page<Listed> page;
        private int next;

        Rows(KeysetItems.Source<Listed> source, Map<Stage, String> stages) {
            this.source = source;
            this.stages = stages;
            this.page = source.read(null, PAGE);
        }

        @Override
        public boolean hasNext() {
            while (next >= page.items().size() && page.next() != null) {
                page = source.read(page.next(), PAGE);
                next = 0;
            }
            return next < page.items().size();
        }

        @Override
        public List<String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Listed file = page.items().get(next++);
            return List.of(file.name(), file.phone() == null ? "" : Mask.phone(file.phone()),
                    file.email() == null ? "" : Mask.email(file.email()), Objects.requireNonNullElse(file.course(), ""),
                    file.stage() == null ? "" : stages.getOrDefault(file.stage(), ""),
                    file.course() == null ? "" : file.progress() + "%",
                    Objects.toString(file.lastActivity(), ""), String.join(" · ", file.tags()));
        }
    }
}
