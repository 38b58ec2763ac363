// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.archive.Course;
import org.huifang.api.segment.Condition;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.jspecify.annotations.Nullable;

/** Several conditions of which all, or at least one, must be true; groups may stand in groups. */
final class RuleGroup extends Composite<Div> implements RulePart {
    private static final long serialVersionUID = 1L;

    private final List<String> tags;
    private final transient List<Course> courses;
    private final transient Map<UUID, String> names;
    private final transient Runnable changed;
    private final Checkbox not = new Checkbox();
    private final Select<Boolean> joined = new Select<>();
    private final Div parts = new Div();
    private final boolean root;

    /** The outermost one, which cannot be taken out. */
    RuleGroup(List<String> tags, List<Course> courses, Map<UUID, String> names, Runnable changed) {
        this(tags, courses, names, changed, null);
    }

    private RuleGroup(List<String> tags, List<Course> courses, Map<UUID, String> names, Runnable changed,
            @Nullable Consumer<RulePart> remove) {
        this.tags = tags;
        this.courses = courses;
        this.names = names;
        this.changed = changed;
        this.root = remove == null;
        not.setLabel(getTranslation("seg.not"));
        not.setVisible(!root);
        not.addValueChangeListener(event -> changed(event.isFromClient()));
        joined.setItems(true, false);
        joined.setItemLabelGenerator(all -> getTranslation(all ? "seg.all" : "seg.any"));
        joined.setAriaLabel(getTranslation("seg.joined"));
        joined.setValue(true);
        joined.setWidth("18rem");
        joined.setMaxWidth("100%");
        joined.addValueChangeListener(event -> changed(event.isFromClient()));
        var foot = Layouts.line(Buttons.quiet(getTranslation("seg.add"), VaadinIcon.PLUS, () -> add(row())),
                Buttons.quiet(getTranslation("seg.add.group"), VaadinIcon.FILE_TREE, this::addGroup));
        if (remove != null) {
            foot.add(Buttons.quiet(getTranslation("seg.drop.group"), VaadinIcon.CLOSE_SMALL,
                    () -> remove.accept(this)));
        }
        parts.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.Left.MEDIUM, Border.LEFT,
                BorderColor.CONTRAST_20);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation("seg.group"));
        getContent().add(Layouts.line(not, joined), parts, foot);
    }

    /** Shows a condition instead of what stood there; null is one that is still to be said. */
    void show(@Nullable Condition condition) {
        parts.removeAll();
        if (condition == null) {
            parts.add(row());
            return;
        }
        var inner = !root && condition instanceof Condition.Not contrary ? contrary.part() : condition;
        not.setValue(!inner.equals(condition));
        joined.setValue(!(inner instanceof Condition.Any));
        var shown = switch (inner) {
            case Condition.All all -> all.parts();
            case Condition.Any any -> any.parts();
            default -> List.of(inner);
        };
        shown.forEach(this::put);
    }

    private void put(Condition condition) {
        var inner = condition instanceof Condition.Not contrary ? contrary.part() : condition;
        if (inner instanceof Condition.Combined) {
            group().show(condition);
        } else {
            var row = row();
            row.show(condition, courses);
            parts.add(row);
        }
    }

    private RuleRow row() {
        return new RuleRow(tags, courses, names, changed, this::drop);
    }

    private RuleGroup group() {
        var group = new RuleGroup(tags, courses, names, changed, this::drop);
        parts.add(group);
        return group;
    }

    private void add(RuleRow row) {
        parts.add(row);
        changed.run();
    }

    private void addGroup() {
        var group = group();
        group.joined.setValue(false);
        group.show(null);
        changed.run();
    }

    private void drop(RulePart part) {
        part.getElement().removeFromParent();
        changed.run();
    }

    private void changed(boolean byHand) {
        if (byHand) {
            changed.run();
        }
    }

    /** Everybody when nothing is said in the outermost group; an empty group in it says nothing. */
    @Override
    public @Nullable Condition condition() {
        var said = parts.getChildren().map(part -> ((RulePart) part).condition()).filter(Objects::nonNull).toList();
        if (said.isEmpty()) {
            return root ? Condition.EVERYBODY : null;
        }
        Condition inner = Boolean.TRUE.equals(joined.getValue()) ? new Condition.All(said) : new Condition.Any(said);
        return not.getValue() ? new Condition.Not(inner) : inner;
    }
}
