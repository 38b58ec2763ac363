// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Course;
import org.huifang.api.script.ScriptVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.jspecify.annotations.Nullable;

/** For what the new script is, and which one it begins as. */
final class NewScript extends Composite<Details> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final TextField name = new TextField();
    private final Select<String> step = new Select<>();
    private final Select<UUID> course = new Select<>();
    private final Select<String> variant = new Select<>();
    private final Select<ScriptVersion> like = new Select<>();
    private final Div refused = new Div();

    NewScript(Desk desk) {
        this.desk = desk;
        name.setLabel(getTranslation("scripts.name"));
        name.setMaxLength(200);
        step.setLabel(getTranslation("scripts.step"));
        step.setItemLabelGenerator(Desk::step);
        course.setLabel(getTranslation("scripts.course"));
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(getTranslation("scripts.anycourse"));
        course.setItemLabelGenerator(this::title);
        variant.setLabel(getTranslation("scripts.variant"));
        variant.setItems("", "A", "B", "C", "D");
        variant.setItemLabelGenerator(each -> each.isEmpty()
                ? getTranslation("scripts.variant.only")
                : getTranslation("scripts.variant.of", each));
        variant.setValue("");
        variant.setHelperText(getTranslation("scripts.variant.why"));
        like.setLabel(getTranslation("scripts.like"));
        like.setEmptySelectionAllowed(true);
        like.setEmptySelectionCaption(getTranslation("scripts.like.empty"));
        like.setItemLabelGenerator(each -> each == null ? getTranslation("scripts.like.empty") : Desk.title(each));
        var fields = new Div(name, step, course, variant, like);
        fields.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.MEDIUM);
        getContent().setSummaryText(getTranslation("scripts.new"));
        getContent().add(Layouts.slimColumn(fields, refused,
                Layouts.line(Buttons.primary(getTranslation("scripts.begin"), this::begin))));
        getContent().addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                choices();
            }
        });
    }

    private String title(@Nullable UUID id) {
        return desk.course(id);
    }

    private void choices() {
        List<String> steps = new ArrayList<>(desk.steps());
        steps.add("");
        step.setItems(steps);
        step.setValue(steps.getFirst());
        course.setItems(desk.archive().courses(Desk.tenant()).stream().map(Course::id).toList());
        like.setItems(desk.studio().all(Desk.tenant()));
    }

    private void begin() {
        refused.removeAll();
        var from = like.getValue();
        desk.studio()
                .create(Desk.tenant(), name.getValue().strip(), Objects.requireNonNullElse(step.getValue(), ""),
                        course.getValue(), Objects.requireNonNullElse(variant.getValue(), ""),
                        from == null ? null : from.script(), Desk.me())
                .ifPresentOrElse(draft -> Links.go(ScriptsView.PATH + "/" + draft.script()),
                        () -> refused.add(Pieces.wideSentence(getTranslation("scripts.new.taken"))));
    }
}
