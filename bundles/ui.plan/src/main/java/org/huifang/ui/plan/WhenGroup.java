// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

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
import java.util.Optional;
import java.util.function.Consumer;
import org.huifang.api.revisit.When;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;

/** Several conditions of which all, or at least one, must be true; groups may stand in groups. */
final class WhenGroup extends Composite<Div> implements WhenPart {
    private static final long serialVersionUID = 1L;

    private final transient Runnable changed;
    private final boolean root;
    private final Checkbox not = new Checkbox();
    private final Select<Boolean> joined;
    private final Div parts = Layouts.slimColumn();

    WhenGroup(When when, Runnable changed) {
        this(when, changed, true, part -> {
            // the root stays
        });
    }

    private WhenGroup(When when, Runnable changed, boolean root, Consumer<WhenPart> remove) {
        this.changed = changed;
        this.root = root;
        joined = Fields.choice(getTranslation("triggers.joined"),
                all -> getTranslation(all ? "triggers.all" : "triggers.any"), List.of(true, false));
        joined.setWidth("18rem");
        joined.setMaxWidth("100%");
        not.setLabel(getTranslation("triggers.not"));
        var inner = when instanceof When.Not contrary ? contrary.part() : when;
        not.setValue(when instanceof When.Not);
        joined.setValue(!(inner instanceof When.Any));
        children(inner).forEach(this::put);
        Fields.typed(not, changed);
        Fields.typed(joined, changed);
        var head = Layouts.line(not, joined);
        var foot = Layouts.line(
                Buttons.quiet(getTranslation("triggers.add"), VaadinIcon.PLUS, () -> add(Leaf.INACTIVE.usual())),
                Buttons.quiet(getTranslation("triggers.add.group"), VaadinIcon.FILE_TREE,
                        () -> add(new When.Any(List.of(Leaf.INACTIVE.usual())))));
        if (!root) {
            foot.add(Buttons.quiet(getTranslation("triggers.drop.group"), VaadinIcon.CLOSE_SMALL,
                    () -> remove.accept(this)));
        }
        parts.addClassNames(Padding.Left.MEDIUM, Border.LEFT, BorderColor.CONTRAST_20);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation("triggers.group"));
        getContent().add(head, parts, foot);
    }

    private static List<When> children(When inner) {
        return switch (inner) {
            case When.All all -> all.parts();
            case When.Any any -> any.parts();
            default -> List.of(inner);
        };
    }

    private void put(When when) {
        var inner = when instanceof When.Not contrary ? contrary.part() : when;
        parts.add(Leaf.of(inner).isPresent()
                ? new LeafRow(when, changed, this::drop)
                : new WhenGroup(when, changed, false, this::drop));
    }

    private void add(When when) {
        put(when);
        changed.run();
    }

    private void drop(WhenPart part) {
        part.getElement().removeFromParent();
        changed.run();
    }

    @Override
    public Optional<When> when() {
        var found = parts.getChildren().map(part -> ((WhenPart) part).when()).toList();
        if (found.stream().anyMatch(Optional::isEmpty) || root && found.isEmpty()) {
            return Optional.empty();
        }
        var all = found.stream().map(Optional::orElseThrow).toList();
        When inner = joined.getValue() ? new When.All(all) : new When.Any(all);
        return Optional.of(not.getValue() ? new When.Not(inner) : inner);
    }
}
