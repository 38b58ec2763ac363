// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.segment.Listed;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.jspecify.annotations.Nullable;

/** The lines of the list; each is one row from 768 px on and a small card below. Reads as far as somebody scrolls. */
final class FileGrid extends Composite<Grid<Listed>> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    /** Above this many the end is not known before one gets there. */
    static final int MOST_COUNTED = 10_000;

    private static final int FEW = 12;

    private final Grid<Listed> grid = getContent();
    private transient @Nullable Listed focused;

    FileGrid(Consumer<Set<Listed>> chosen) {
        grid.setPageSize(PAGE);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        if (grid.getSelectionModel() instanceof GridMultiSelectionModel<?> model) {
            model.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        }
        grid.addSelectionListener(event -> chosen.accept(event.getAllSelectedItems()));
        grid.getElement().setAttribute("aria-label", getTranslation("files.title"));
        grid.addCellFocusListener(event -> focused = event.getItem().orElse(null));
        grid.getElement().setAttribute("tabindex", "-1");
        Keys.on(grid, "Enter", "list.key.open", this::openFocused);
    }

    private void openFocused() {
        if (focused != null) {
            Links.go("files/" + focused.id());
        }
    }

    /** @param names of keepers */
    void columns(List<Column> columns, Map<UUID, String> names) {
        grid.removeAllColumns();
        grid.addColumn(line(columns, names)).setFlexGrow(1);
    }

    private static LitRenderer<Listed> line(List<Column> columns, Map<UUID, String> names) {
        int wide = columns.contains(Column.PROGRESS) ? 1 : 0;
        var text = new StringBuilder("<div class=\"flex flex-col md:grid md:grid-cols-" + (columns.size() + 1 + wide)
                + " gap-x-m md:items-center\"><a href=\"${item.link}\" router-link class=\"font-semibold\">${item.name}</a>");
        columns.forEach(column -> text.append("<span class=\"text-s text-secondary")
                .append(column == Column.PROGRESS ? " col-span-2" : "").append("\">${item.").append(column.key())
                .append("}</span>"));
        var line = LitRenderer.<Listed>of(text + "</div>")
                .withProperty("link", file -> Links.to("files/" + file.id())).withProperty("name", Listed::name);
        columns.forEach(column -> line.withProperty(column.key(), file -> column.text(file, names)));
        return line;
    }

    /** @param counted how many there are; more than {@link #MOST_COUNTED} is not known */
    void show(KeysetItems.Source<Listed> source, long counted) {
        var items = new KeysetItems<>(source);
        boolean known = counted <= MOST_COUNTED;
        boolean few = counted <= FEW;
        grid.setAllRowsVisible(few);
        // below the bar of the host, search, filters and segments
        grid.setHeight(few ? null : "calc(100dvh - 17rem)");
        grid.setMinHeight(few ? null : "20rem");
        grid.deselectAll();
        grid.setItems(new CallbackDataProvider<Listed, Void>(
                query -> items.fetch(query.getOffset(), query.getLimit()), query -> (int) counted, Listed::id));
        if (!known) {
            grid.getLazyDataView().setItemCountEstimate(MOST_COUNTED / 10);
        }
    }

    boolean anyChosen() {
        return !grid.getSelectedItems().isEmpty();
    }

    void deselect() {
        grid.deselectAll();
    }
}
