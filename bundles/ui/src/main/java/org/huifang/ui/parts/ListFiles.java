// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.UI;
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
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huifang.api.Page;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ListExport;
import org.jspecify.annotations.Nullable;

/**
 * The list that is on the screen as a file: the same rows, in the same order, in the same words and with the same masks.
 * It is read page by page while it is written. Nothing is to be seen while lists cannot be written.
 */
public final class ListFiles extends Composite<Div> implements HasStyle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 500;

    /**
     * Offers a list as files.
     *
     * @param name of the file, without an extension
     * @param header translated already
     * @param rows begins to read what is on the screen; called on each download with the session locked. What it returns is
     *        read without the lock, in the language and the time zone of the page
     */
    public ListFiles(@Nullable ListExport export, String name, List<String> header,
            Supplier<Iterator<List<String>>> rows) {
        getContent().addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, FontSize.SMALL);
        if (export != null) {
            var label = new Span(getTranslation("ui.export"));
            label.addClassName(TextColor.SECONDARY);
            getContent().add(label);
            for (var format : List.of(Format.CSV, Format.XLSX)) {
                getContent().add(link(export, format, name, header, rows));
            }
        }
    }

    /** The rows of a list that is read in pages. */
    public static <T> Iterator<List<String>> rows(MoreList.Source<T> pages, Function<T, List<String>> cells) {
        return new Rows<>(pages, cells);
    }

    private Anchor link(ListExport export, Format format, String name, List<String> header,
            Supplier<Iterator<List<String>>> rows) {
        DownloadHandler handler = event -> {
            UI page = event.getUI();
            var begun = new AtomicReference<Iterator<List<String>>>();
            page.accessSynchronously(() -> begun.set(rows.get()));
            event.setFileName(name + format.extension());
            event.setContentType(format.mediaType());
            var before = UI.getCurrent();
            UI.setCurrent(page); // words and times are those of the page, also when it is gone meanwhile
            try (var out = event.getOutputStream()) {
                export.write(format, header, Objects.requireNonNull(begun.get()), out);
            } finally {
                UI.setCurrent(before);
            }
        };
        var link = new Anchor(handler, format.name());
        link.getElement().setAttribute("download", name + format.extension());
        link.setAriaLabel(getTranslation("ui.export") + " " + format.name());
        return link;
    }

    private static final class Rows<T> implements Iterator<List<String>> {
        private final MoreList.Source<T> source;
        private final Function<T, List<String>> cells;
        private Page<T> page;
        private int next;

        Rows(MoreList.Source<T> source, Function<T, List<String>> cells) {
            this.source = source;
            this.cells = cells;
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
            return cells.apply(page.items().get(next++));
        }
    }
}
