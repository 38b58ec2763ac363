// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.LearnerFile;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who somebody is: values in groups, each with its source, and a way to add what is not known yet. */
final class Facts extends Composite<Div> implements HasStyle {
    private static final long serialVersionUID = 1L;

    private enum Group {
        BASICS(Field.NAME, Field.READING, Field.ADDRESS, Field.BIRTH_DATE, Field.GOAL), CONTACTS(Field.PHONE,
                Field.EMAIL, Field.WECHAT), PREFERENCES(Field.CHANNEL, Field.HOURS, Field.TIME_ZONE, Field.LOCALE);

        private final List<Field> fields;

        Group(Field... fields) {
            this.fields = List.of(fields);
        }
    }

    private final transient Desk desk;
    private final transient Runnable changed;
    private final Zone zone = new Zone(getTranslation("files.facts"));
    private final Map<Field, FactRow> rows = new EnumMap<>(Field.class);
    private final Map<Group, UnorderedList> lists = new EnumMap<>(Group.class);
    private final Select<Field> more = new Select<>();
    private @Nullable UUID learner;

    /** @param changed called after a value was changed here */
    Facts(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        more.setPlaceholder(getTranslation("files.fact.add"));
        more.setAriaLabel(getTranslation("files.fact.add"));
        more.setItemLabelGenerator(each -> Words.field(each.key()));
        more.setWidth("14rem");
        more.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                add(event.getValue());
            }
        });
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN);
        getContent().add(zone);
    }

    /** Rows stay where they are while the same file is shown, so that nothing moves under somebody's hands. */
    void show(LearnerFile file, boolean past) {
        if (!file.id().equals(learner) || past) {
            learner = file.id();
            frame();
        }
        for (Field field : Field.values()) {
            var value = file.value(field.key()).orElse(null);
            if (value != null || rows.containsKey(field)) {
                row(field).show(value, file.conflicts(field.key()));
            }
        }
        lists.forEach((group, list) -> list.getParent()
                .ifPresent(part -> part.setVisible(list.getComponentCount() > 0)));
        more.setItems(Arrays.stream(Field.values()).filter(field -> !rows.containsKey(field)).toList());
        more.setVisible(!past && rows.size() < Field.values().length);
        getContent().setEnabled(!past);
    }

    private void frame() {
        rows.clear();
        lists.clear();
        var body = new Div();
        body.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        for (Group group : Group.values()) {
            var list = Layouts.list();
            lists.put(group, list);
            body.add(new Div(heading(group), list));
        }
        body.add(more);
        zone.show(body);
    }

    private static Component heading(Group group) {
        var heading = new H3(I18NProvider
                .translate("files.group." + group.name().toLowerCase(Locale.ROOT)));
        heading.addClassNames(FontSize.SMALL, FontWeight.SEMIBOLD, TextColor.SECONDARY, Margin.NONE);
        return heading;
    }

    private FactRow row(Field field) {
        return rows.computeIfAbsent(field, absent -> {
            var row = new FactRow(desk, Objects.requireNonNull(learner), field.key(), changed);
            for (Group group : Group.values()) {
                if (group.fields.contains(field)) {
                    var list = Objects.requireNonNull(lists.get(group));
                    var before = (int) group.fields.stream().limit(group.fields.indexOf(field))
                            .filter(rows::containsKey).count();
                    list.addComponentAtIndex(before, row);
                }
            }
            return row;
        });
    }

    private void add(Field field) {
        var row = row(field);
        row.show(null, List.of());
        row.getParent().flatMap(Component::getParent).ifPresent(part -> part.setVisible(true));
        more.clear();
        more.setItems(Arrays.stream(Field.values()).filter(each -> !rows.containsKey(each)).toList());
        row.toggle();
    }
}
