// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import org.huifang.api.platform.CourseGroups.Group;
import org.huifang.ui.parts.Layouts;
import org.jspecify.annotations.Nullable;

/** Which of the course's groups the list shows; not there where the platform tells of none. */
final class GroupChoice extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Select<Group> select = new Select<>();
    private final Span hidden = new Span();

    /** @param chosen told the id of a group, or an empty text for all */
    GroupChoice(SerializableConsumer<String> chosen) {
        select.setLabel(getTranslation("course.group"));
        select.setWidth("26rem");
        select.setMaxWidth("100%");
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("course.group.all"));
        select.setItemLabelGenerator(this::words);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue() == null ? "" : change.getValue().id());
            }
        });
        hidden.setText(getTranslation("course.group.hidden"));
        hidden.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        getContent().add(Layouts.form(select, hidden));
    }

    void show(List<Group> groups, String chosen) {
        if (!groups.equals(select.getListDataView().getItems().toList())) {
            select.setItems(groups);
        }
        select.setValue(groups.stream().filter(group -> group.id().equals(chosen)).findFirst().orElse(null));
        hidden.setVisible(!chosen.isEmpty());
        setVisible(!groups.isEmpty());
    }

    /** @param group nobody's group, that is everybody, is null to a select */
    private String words(@Nullable Group group) {
        if (group == null) {
            return getTranslation("course.group.all");
        }
        String name = group.name().isBlank() ? group.id() : group.name();
        return getTranslation("course.group.item", group.set().isBlank() ? name : group.set() + ": " + name,
                group.learners());
    }
}
