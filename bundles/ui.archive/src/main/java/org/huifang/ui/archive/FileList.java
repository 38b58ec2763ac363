// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** All files by name, found by a part of the name or address; the search stands in the URL. */
final class FileList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MS = 250;
    private static final int PAGE = 50;

    private final transient LearnerArchive archive;
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final Grid<LearnerSummary> grid = new Grid<>();
    private final Zone zone = new Zone();
    private String searched = "";
    private long counted = -1;

    FileList(LearnerArchive archive) {
        this.archive = archive;
        search.setPlaceholder(getTranslation("files.search"));
        search.setAriaLabel(getTranslation("files.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE_MS);
        search.setWidth("22rem");
        search.setMaxWidth("100%");
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.rewrite("files", "q", event.getValue().strip());
                find(event.getValue().strip());
            }
        });
        count.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        count.getElement().setAttribute("aria-live", "polite");
        grid.setPageSize(PAGE);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addColumn(row()).setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("files.title"));
        // the bar of the host, the search and the padding above and below
        grid.setHeight("calc(100dvh - 9.5rem)");
        grid.setMinHeight("20rem");
        var head = new Div(search, count);
        head.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.MEDIUM);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(head, zone, grid);
        Keys.on(grid, "/", "files.key.search", search::focus);
    }

    /** A row is one line from 768 px on and a small card below. */
    private LitRenderer<LearnerSummary> row() {
        return LitRenderer.<LearnerSummary>of("<div class=\"grid grid-cols-2 md:grid-cols-3 gap-x-m items-center\">"
                + "<a href=\"${item.link}\" router-link class=\"font-semibold\">${item.name}</a>"
                + "<span class=\"text-s text-secondary\">${item.courses}</span>"
                + "<span class=\"text-s text-secondary\">${item.last}</span></div>")
                .withProperty("link", file -> Links.to("files/" + file.id())).withProperty("name", LearnerSummary::name)
                .withProperty("courses", file -> getTranslation("files.courses", file.courses()))
                .withProperty("last", file -> file.lastActivity() == null
                        ? getTranslation("files.never")
                        : getTranslation("files.last", Times.stamp(file.lastActivity())));
    }

    void open(String text) {
        search.setValue(text);
        find(text);
    }

    /** New files appear when their number changes; what is read stays where it is. */
    void refresh() {
        zone.run(() -> {
            if (archive.count(Viewer.current().tenant(), searched) != counted) {
                read();
            }
        });
    }

    private void find(String text) {
        searched = text;
        zone.run(this::read);
    }

    private void read() {
        var tenant = Viewer.current().tenant();
        var text = searched;
        counted = archive.count(tenant, text);
        count.setText(getTranslation("files.count", counted));
        grid.setVisible(counted > 0);
        if (counted == 0) {
            zone.show(text.isEmpty() ? nothingYet() : nothingMatches());
            return;
        }
        zone.show();
        var items = new KeysetItems<LearnerSummary>((after, limit) -> archive.find(tenant, text, after, limit));
        int size = Math.toIntExact(Math.min(counted, Integer.MAX_VALUE));
        grid.setItems(query -> items.fetch(query.getOffset(), query.getLimit()), query -> size);
    }

    private EmptyState nothingYet() {
        return new EmptyState(VaadinIcon.FOLDER_O, getTranslation("files.nothing"),
                getTranslation("files.nothing.why"));
    }

    private EmptyState nothingMatches() {
        return new EmptyState(VaadinIcon.SEARCH, getTranslation("files.nomatch"), getTranslation("files.nomatch.why"))
                .action(Links.link(getTranslation("files.clear"), "files"));
    }
}
