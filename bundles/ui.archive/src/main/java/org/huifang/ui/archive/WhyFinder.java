// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.UUID;
import java.util.function.Supplier;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Segments;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;

/** Why is this person in, or why not: looks for a person and shows what each condition saw. */
final class WhyFinder extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int OFFERED = 5;

    private final transient Desk desk;
    private final transient Segments segments;
    private final transient Supplier<Condition> condition;
    private final transient ConditionWords words;
    private final Div offered = new Div();
    private final Div answer = new Div();

    WhyFinder(Desk desk, Segments segments, Supplier<Condition> condition, ConditionWords words) {
        this.desk = desk;
        this.segments = segments;
        this.condition = condition;
        this.words = words;
        var who = new TextField(getTranslation("seg.who"));
        who.setPlaceholder(getTranslation("list.search"));
        who.setClearButtonVisible(true);
        who.setValueChangeMode(ValueChangeMode.LAZY);
        who.setWidth("22rem");
        who.setMaxWidth("100%");
        who.addValueChangeListener(event -> offer(event.getValue().strip()));
        offered.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(who, offered, answer);
    }

    private void offer(String text) {
        offered.removeAll();
        answer.removeAll();
        if (text.isEmpty()) {
            return;
        }
        var found = desk.archive().find(Viewer.current().tenant(), text, null, OFFERED).items();
        found.forEach(file -> {
            var button = Buttons.small(file.name(), () -> explain(file.id(), condition.get()));
            offered.add(button);
        });
        if (found.isEmpty()) {
            offered.add(new Span(getTranslation("files.nomatch")));
        }
    }

    void explain(UUID file, Condition asked) {
        var tenant = Viewer.current().tenant();
        answer.removeAll();
        segments.explain(tenant, asked, file).ifPresent(why -> answer.add(new WhyTree(
                desk.archive().file(tenant, file).map(LearnerFile::name).orElse(""), why, words)));
    }
}
