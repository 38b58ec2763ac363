// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.archive.Tags;
import org.huifang.api.identity.Role;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Segment;
import org.huifang.api.segment.Segments;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** The segments one can choose, and the one that is being edited in place, above the list that follows it. */
final class SegmentBar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final UUID NOBODY = new UUID(0, 0);

    private final transient Desk desk;
    private final transient Segments segments;
    private final transient Tags tags;
    private final transient Consumer<Wanted> want;
    private final Select<Segment> choice = new Select<>();
    private final Button create = new Button();
    private final Button edit = new Button();
    private final Button save = new Button();
    private final Button close = new Button();
    private final Button remove = new Button();
    private final Div below = new Div();
    private @Nullable SegmentEditor editor;
    private transient @Nullable Segment chosen;
    private transient Wanted wanted = Wanted.ALL;

    SegmentBar(Desk desk, Segments segments, Tags tags, Consumer<Wanted> want) {
        this.desk = desk;
        this.segments = segments;
        this.tags = tags;
        this.want = want;
        choice.setAriaLabel(getTranslation("seg.title"));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("seg.everybody"));
        choice.setPlaceholder(getTranslation("seg.everybody"));
        choice.setItemLabelGenerator(each -> each == null ? getTranslation("seg.everybody") : each.name());
        choice.setWidth("14rem");
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                want.accept(wanted.segment(event.getValue()));
            }
        });
        button(create, "seg.create", () -> open(null));
        button(edit, "seg.change", () -> open(chosen));
        button(save, "seg.save", this::save);
        button(close, "seg.close", this::close);
        button(remove, "seg.remove", this::remove);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var line = new Div(choice, create, edit, save, close, remove);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(line, below);
        arrange();
    }

    private static void button(Button button, String key, Runnable action) {
        button.setText(button.getTranslation(key));
        button.addClickListener(click -> action.run());
    }

    /** What the list is narrowed to by segment: what is being edited, or the chosen one; null when none is. */
    @Nullable
    Condition condition() {
        return editor != null ? editor.condition() : chosen == null ? null : chosen.condition();
    }

    void show(Wanted now) {
        wanted = now;
        List<Segment> all = segments.all(Viewer.current().tenant(),
                Objects.requireNonNullElse(Viewer.current().account(), NOBODY));
        choice.setItems(all);
        chosen = all.stream().filter(each -> each.id().equals(now.segment())).findFirst().orElse(null);
        choice.setValue(chosen);
        arrange();
    }

    void explain(UUID file, Condition condition) {
        if (editor != null) {
            editor.explain(file, condition);
            return;
        }
        var why = new WhyFinder(desk, segments, () -> condition,
                new ConditionWords(desk.archive().courses(Viewer.current().tenant()), desk.colleagues()));
        below.removeAll();
        below.add(why);
        why.explain(file, condition);
        close.setVisible(true);
    }

    private void open(@Nullable Segment edited) {
        editor = new SegmentEditor(desk, segments, tags, edited, () -> want.accept(wanted));
        below.removeAll();
        below.add(editor);
        want.accept(wanted);
    }

    private void save() {
        var segment = editor == null ? null : editor.save(wanted);
        if (segment != null) {
            shut();
            want.accept(wanted.segment(segment));
        }
    }

    private void close() {
        shut();
        want.accept(wanted);
    }

    private void remove() {
        var gone = chosen;
        if (gone != null) {
            var tenant = Viewer.current().tenant();
            segments.remove(tenant, gone.id());
            shut();
            want.accept(wanted.segment(null));
            UndoNotice.show(getTranslation("seg.removed", gone.name()), () -> {
                segments.save(tenant, gone);
                want.accept(wanted.segment(gone));
            });
        }
    }

    private void shut() {
        editor = null;
        below.removeAll();
    }

    private void arrange() {
        boolean editing = editor != null;
        boolean mine = chosen != null && (chosen.owner() != null || Viewer.find().isPresent()
                && Viewer.current().any(Role.SUPERVISOR));
        create.setVisible(!editing);
        edit.setVisible(!editing && mine);
        remove.setVisible(mine);
        save.setVisible(editing);
        close.setVisible(editing || below.getComponentCount() > 0);
    }
}
