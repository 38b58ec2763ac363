// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** The days of a festival: one is added by choosing it. */
final class DaysField extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final Div chosen = Layouts.line();
    private final DayField add = new DayField(getTranslation("care.days.add"));
    private final transient Runnable typed;

    DaysField(Runnable typed) {
        this.typed = typed;
        add.addValueChangeListener(event -> {
            var day = event.getValue();
            if (event.isFromClient() && day != null) {
                days.add(day);
                add.clear();
                draw();
                typed.run();
            }
        });
        getContent().add(Layouts.slimColumn(chosen, add, Pieces.quiet(getTranslation("care.days.why"))));
    }

    void show(List<LocalDate> of) {
        days.clear();
        days.addAll(of);
        draw();
    }

    List<LocalDate> days() {
        return List.copyOf(days);
    }

    private void draw() {
        chosen.removeAll();
        chosen.setVisible(!days.isEmpty());
        for (LocalDate day : days) {
            var drop = Buttons.quiet("", VaadinIcon.CLOSE_SMALL, () -> {
                days.remove(day);
                draw();
                add.focus();
                typed.run();
            });
            drop.setAriaLabel(getTranslation("care.days.drop", day.toString()));
            chosen.add(new Span(new Span(day.toString()), drop));
        }
    }
}
