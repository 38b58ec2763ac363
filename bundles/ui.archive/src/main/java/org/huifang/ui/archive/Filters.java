// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.TagCount;
import org.huifang.api.segment.Order;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to, its order and its columns; on a phone behind a button, so that files come first. */
final class Filters extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final Integer[] IDLE_DAYS = {7, 14, 30, 90};

    private final Select<String> tag = choice("list.filter.tag", "list.filter.tag.any");
    private final Select<Course> course = choice("list.filter.course", "list.filter.course.any");
    private final Select<Stage> stage = choice("list.filter.stage", "list.filter.stage.any");
    private final Select<Integer> idle = choice("list.filter.idle", "list.filter.idle.any");
    private final Select<String> keeper = choice("list.filter.keeper", "list.filter.keeper.any");
    private final Select<Boolean> old = choice("list.filter.old", "list.filter.old.any");
    private final Select<Order> order = choice("list.order", "list.order.name");
    private final MenuBar columns = new MenuBar();
    private final Button open = Buttons.quiet("", VaadinIcon.FILTER, this::toggle);
    private final Div fields = new Div();
    private boolean folded = true;
    private final Map<Column, MenuItem> columnItems = new EnumMap<>(Column.class);
    private final transient Consumer<Wanted> changed;
    private transient Wanted wanted = Wanted.ALL;
    private transient Map<UUID, String> names = Map.of();

    Filters(Consumer<Wanted> changed) {
        this.changed = changed;
        stage.setItems(Stage.values());
        stage.setItemLabelGenerator(each -> each == null ? getTranslation("list.filter.stage.any") : Words.of(each));
        idle.setItems(IDLE_DAYS);
        idle.setItemLabelGenerator(days -> days == null
                ? getTranslation("list.filter.idle.any")
                : getTranslation("list.filter.idle.days", days));
        course.setItemLabelGenerator(
                each -> each == null ? getTranslation("list.filter.course.any") : each.title());
        tag.setItemLabelGenerator(each -> each == null ? getTranslation("list.filter.tag.any") : each);
        keeper.setItemLabelGenerator(this::keeper);
        old.setItems(true);
        old.setItemLabelGenerator(
                each -> getTranslation(each == null ? "list.filter.old.any" : "list.filter.old.only"));
        order.setEmptySelectionAllowed(false);
        order.setItems(Order.values());
        order.setItemLabelGenerator(
                each -> getTranslation(each == Order.NEWEST ? "list.order.newest" : "list.order.name"));
        var head = columns.addItem(getTranslation("list.columns"));
        for (var column : Column.values()) {
            var item = head.getSubMenu().addItem(column.title(), click -> looked(click.isFromClient()));
            item.setCheckable(true);
            item.setKeepOpen(true);
            columnItems.put(column, item);
        }
        tag.addValueChangeListener(this::filtered);
        course.addValueChangeListener(this::filtered);
        stage.addValueChangeListener(this::filtered);
        idle.addValueChangeListener(this::filtered);
        keeper.addValueChangeListener(this::filtered);
        old.addValueChangeListener(this::filtered);
        order.addValueChangeListener(event -> looked(event.isFromClient()));
        open.addClassName(Display.Breakpoint.Medium.HIDDEN);
        open.getElement().setAttribute("aria-expanded", "false");
        fields.addClassNames(Display.HIDDEN, Display.Breakpoint.Medium.FLEX, FlexWrap.WRAP, AlignItems.CENTER,
                Gap.SMALL);
        fields.add(tag, course, stage, idle, keeper, old, order, columns);
        getContent().add(open, fields);
    }

    private void toggle() {
        folded = !folded;
        fields.removeClassName(folded ? Display.FLEX : Display.HIDDEN);
        fields.addClassName(folded ? Display.HIDDEN : Display.FLEX);
        open.getElement().setAttribute("aria-expanded", String.valueOf(!folded));
    }

    private <T> Select<T> choice(String label, String empty) {
        var select = new Select<T>();
        select.setAriaLabel(getTranslation(label));
        select.setPlaceholder(getTranslation(empty));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(empty));
        select.setWidth("10rem");
        return select;
    }

    private String keeper(@Nullable String who) {
        return switch (who) {
            case null -> getTranslation("list.filter.keeper.any");
            case Wanted.ME -> getTranslation("list.filter.keeper.me");
            case Wanted.NOBODY -> getTranslation("list.filter.keeper.nobody");
            default -> names.getOrDefault(UUID.fromString(who), getTranslation("quality.keepers.gone"));
        };
    }

    /** @param keepers by name */
    void show(Wanted now, List<TagCount> tags, List<Course> courses, Map<UUID, String> keepers) {
        wanted = now;
        names = keepers;
        keeper.setItems(with(Stream.concat(Stream.of(Wanted.ME, Wanted.NOBODY),
                keepers.keySet().stream().map(UUID::toString)), now.keeper().isEmpty() ? null : now.keeper()));
        keeper.setValue(now.keeper().isEmpty() ? null : now.keeper());
        old.setValue(now.old() ? true : null);
        // what the address asks for is shown, even when nobody offers it
        tag.setItems(with(tags.stream().map(TagCount::name), now.tag().isEmpty() ? null : now.tag()));
        tag.setValue(now.tag().isEmpty() ? null : now.tag());
        course.setItems(courses);
        course.setValue(courses.stream().filter(each -> each.id().equals(now.course())).findFirst().orElse(null));
        stage.setValue(now.stage());
        idle.setItems(with(Stream.of(IDLE_DAYS), now.idle() == 0 ? null : now.idle()));
        idle.setValue(now.idle() == 0 ? null : now.idle());
        order.setValue(now.order());
        long set = Stream.of(tag, course, stage, idle, keeper, old).filter(each -> !each.isEmpty()).count();
        open.setText(getTranslation("list.filters", set));
        columnItems.forEach((column, item) -> item.setChecked(now.columns().contains(column)));
    }

    private static <T> List<T> with(Stream<T> offered, @Nullable T asked) {
        return Stream.concat(offered, Stream.ofNullable(asked)).distinct().toList();
    }

    private void filtered(ComponentValueChangeEvent<?, ?> event) {
        if (event.isFromClient()) {
            var in = course.getValue();
            @Nullable
            UUID id = in == null ? null : in.id();
            tell(wanted.filters(Objects.requireNonNullElse(tag.getValue(), ""), id, stage.getValue(),
                    Objects.requireNonNullElse(idle.getValue(), 0),
                    Objects.requireNonNullElse(keeper.getValue(), ""), !old.isEmpty()));
        }
    }

    private void looked(boolean byHand) {
        if (byHand) {
            tell(wanted.look(order.getValue(),
                    Column.of(columnItems.keySet().stream()
                            .filter(column -> Objects.requireNonNull(columnItems.get(column)).isChecked())
                            .map(Column::key).toList())));
        }
    }

    private void tell(Wanted next) {
        wanted = next;
        changed.accept(next);
    }
}
