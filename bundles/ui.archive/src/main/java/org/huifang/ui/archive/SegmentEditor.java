// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.TagCount;
import org.huifang.api.archive.Tags;
import org.huifang.api.identity.Role;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Segment;
import org.huifang.api.segment.Segments;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** Who shall be in a segment: a few conditions, with the number of those they fit while one changes them. */
final class SegmentEditor extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Segments segments;
    private final transient Runnable changed;
    private final TextField name = new TextField();
    private final RuleGroup rules;
    private final Span count = new Span();
    private final Checkbox shared = new Checkbox();
    private final WhyFinder why;
    private final @Nullable UUID id;

    /** @param edited what is changed, or null for a new one */
    SegmentEditor(Desk desk, Segments segments, Tags tags, @Nullable Segment edited, Runnable changed) {
        this.desk = desk;
        this.segments = segments;
        this.changed = changed;
        var worn = tags.all(Viewer.current().tenant()).stream().map(TagCount::name).toList();
        var courses = desk.archive().courses(Viewer.current().tenant());
        rules = new RuleGroup(worn, courses, desk.colleagues(), this::change);
        rules.show(edited == null ? null : edited.condition());
        id = edited == null ? null : edited.id();
        why = new WhyFinder(desk, segments, this::condition, new ConditionWords(courses, desk.colleagues()));
        var heading = new H2(getTranslation(edited == null ? "seg.new" : "seg.edit"));
        heading.addClassNames(FontSize.LARGE, Margin.NONE);
        name.setLabel(getTranslation("seg.name"));
        name.setMaxLength(80);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        shared.setLabel(getTranslation("seg.shared"));
        shared.setVisible(Viewer.current().any(Role.SUPERVISOR));
        count.getElement().setAttribute("aria-live", "polite");
        var head = new Div(name, shared);
        head.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.MEDIUM,
                Background.CONTRAST_5, BorderRadius.MEDIUM);
        getContent().add(heading, head, rules, count, why);
        if (edited != null) {
            name.setValue(edited.name());
            shared.setValue(edited.owner() == null);
        }
        count();
    }

    private void change() {
        count();
        changed.run();
    }

    private void count() {
        long fitting = segments.count(Viewer.current().tenant(), condition(), "");
        count.setText(fitting > FileGrid.MOST_COUNTED
                ? getTranslation("list.more", FileGrid.MOST_COUNTED)
                : getTranslation("files.count", fitting));
    }

    Condition condition() {
        return Objects.requireNonNullElse(rules.condition(), Condition.EVERYBODY);
    }

    void explain(UUID file, Condition condition) {
        why.explain(file, condition);
    }

    /** Null, and said beside the field, when it has no name yet. */
    @Nullable
    Segment save(Wanted look) {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("seg.name.missing"));
            name.setInvalid(true);
            name.focus();
            return null;
        }
        var viewer = Viewer.current();
        var owner = shared.getValue() && viewer.any(Role.SUPERVISOR) ? null : viewer.account();
        var segment = new Segment(id == null ? UUID.randomUUID() : id, name.getValue().strip(), condition(),
                look.columns().stream().map(Column::key).toList(), look.order(), owner);
        segments.save(viewer.tenant(), segment);
        return segment;
    }
}
