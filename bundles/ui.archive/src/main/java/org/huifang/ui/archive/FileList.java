// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.TagCount;
import org.huifang.api.archive.Tags;
import org.huifang.api.intake.ListExport;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Segments;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Which files fit, in which order: search, filters, segment and columns stand in the URL. */
final class FileList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MS = 250;
    /** More pairs of files that look alike are not counted. */
    private static final int MOST_PAIRS = 1_000;

    private final transient Desk desk;
    private final transient Segments segments;
    private final transient Tags tags;
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final Filters filters = new Filters(this::want);
    private final SegmentBar segmentBar;
    private final TagBar tagBar;
    private final FileGrid grid;
    private final Div opening = new Div();
    private final Anchor mine = Links.link("", "files", "keeper", Wanted.ME, "old", 1);
    private final Zone zone = new Zone();
    private final ListFiles files;
    private final Anchor alike = Links.link("", "files/alike");
    private final Button news = new Button();
    private transient Wanted wanted = Wanted.ALL;
    private transient List<TagCount> known = List.of();
    private transient List<Course> courses = List.of();
    private transient Map<UUID, String> colleagues = Map.of();
    private long counted = -1;

    FileList(Desk desk, Segments segments, Tags tags, @Nullable ListExport export) {
        this.desk = desk;
        this.segments = segments;
        this.tags = tags;
        segmentBar = new SegmentBar(desk, segments, tags, this::want);
        tagBar = new TagBar(desk, () -> zone.run(this::load), file -> segmentBar.explain(file, condition()));
        grid = new FileGrid(chosen -> tagBar.choose(chosen, wanted.narrow()));
        files = new ListFiles(export, "files", Stream.of("list.file.name", "list.file.phone", "list.file.email",
                "list.file.course", "list.file.stage", "list.file.progress", "list.file.active", "list.file.tags",
                "list.file.keeper")
                .map(this::getTranslation).toList(),
                () -> ListFiles.rows(source()::read, this::cells));
        search.setPlaceholder(getTranslation("list.search"));
        search.setAriaLabel(getTranslation("list.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE_MS);
        search.setWidth("22rem");
        search.setMaxWidth("100%");
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                want(wanted.search(event.getValue().strip()));
            }
        });
        count.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        count.getElement().setAttribute("aria-live", "polite");
        news.setText(getTranslation("list.changed"));
        news.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        news.addClickListener(click -> zone.run(this::read));
        news.setVisible(false);
        var fresh = Buttons.quiet(getTranslation("files.new.button"), VaadinIcon.PLUS, this::fresh);
        var head = new Div(search, count, news, files, fresh, mine, alike);
        head.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.MEDIUM);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(head, opening, filters, segmentBar, tagBar, zone, grid);
        Keys.on(grid, "/", "files.key.search", search::focus);
    }

    void open(Place place) {
        wanted = Wanted.of(place);
        search.setValue(wanted.search());
        zone.run(this::load);
    }

    private void fresh() {
        opening.removeAll();
        opening.add(new NewFile(desk, file -> {
            opening.removeAll();
            Links.go("files/" + file);
        }, opening::removeAll));
    }

    /** New files appear when their number changes; what is read stays where it is, and what is chosen stays chosen. */
    void refresh() {
        zone.run(() -> {
            if (counted == segments.count(Viewer.current().tenant(), condition(), wanted.search())) {
                news.setVisible(false);
            } else if (grid.anyChosen()) {
                news.setVisible(true);
            } else {
                read();
            }
        });
    }

    /** What is counted over all files is read when the list is opened, not with every letter that is typed. */
    private void load() {
        var tenant = Viewer.current().tenant();
        known = tags.all(tenant);
        courses = desk.archive().courses(tenant);
        colleagues = desk.colleagues();
        long pairs = desk.keeping().alike(tenant);
        alike.setText(pairs > MOST_PAIRS
                ? getTranslation("files.alike.many", MOST_PAIRS)
                : getTranslation("files.alike.all", pairs));
        alike.setVisible(pairs > 0);
        long old = segments.count(tenant, Wanted.MINE_TO_MEND.condition(null, Viewer.current().account()), "");
        mine.setText(getTranslation("list.mine.old", old));
        mine.setVisible(old > 0);
        read();
    }

    private void want(Wanted next) {
        wanted = next;
        next.write();
        zone.run(this::read);
    }

    private Condition condition() {
        return wanted.condition(segmentBar.condition(), Viewer.current().account());
    }

    private void read() {
        var tenant = Viewer.current().tenant();
        var now = wanted;
        segmentBar.show(now);
        filters.show(now, known, courses, colleagues);
        tagBar.offer(known, desk.keepers());
        tagBar.choose(Set.of(), false);
        news.setVisible(false);
        var condition = condition();
        counted = segments.count(tenant, condition, now.search());
        count.setText(counted > FileGrid.MOST_COUNTED
                ? getTranslation("list.more", FileGrid.MOST_COUNTED)
                : getTranslation("files.count", counted));
        grid.setVisible(counted > 0);
        files.setVisible(counted > 0);
        if (counted == 0) {
            zone.show(now.narrow() ? nothingMatches() : nothingYet());
            return;
        }
        zone.show();
        grid.columns(now.columns(), colleagues);
        grid.show(source(), counted);
    }

    /** The list as it is wanted now. */
    private KeysetItems.Source<Listed> source() {
        var tenant = Viewer.current().tenant();
        var condition = condition();
        var now = wanted;
        return (after, limit) -> segments.find(tenant, condition, now.search(), now.order(), after, limit);
    }

    private List<String> cells(Listed file) {
        return List.of(file.name(), file.phone() == null ? "" : Mask.phone(file.phone()),
                file.email() == null ? "" : Mask.email(file.email()), Objects.requireNonNullElse(file.course(), ""),
                file.stage() == null ? "" : Words.of(file.stage()),
                file.course() == null ? "" : file.progress() + "%",
                file.lastActivity() == null ? "" : Times.stamp(file.lastActivity()), String.join(" · ", file.tags()),
                file.keeper() == null ? "" : colleagues.getOrDefault(file.keeper(), ""));
    }

    private EmptyState nothingYet() {
        return new EmptyState(VaadinIcon.FOLDER_O, getTranslation("files.nothing"),
                getTranslation("files.nothing.why"));
    }

    private EmptyState nothingMatches() {
        return new EmptyState(VaadinIcon.SEARCH, getTranslation("files.nomatch"), getTranslation("list.nomatch.why"))
                .action(Links.link(getTranslation("list.clear"), "files"));
    }
}
