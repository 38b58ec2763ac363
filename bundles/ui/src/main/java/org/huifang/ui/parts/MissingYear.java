// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.LocalDate;
import org.huifang.api.calendar.Calendars;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;

/** Warns that the public holidays of a year are not known, with the way to where they are entered; else not to be seen. */
public final class MissingYear extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    public MissingYear() {
        setVisible(false);
    }

    /** Looks again. */
    public void show(Calendars calendars, LocalDate today) {
        calendars.missing(Viewer.current().tenant(), today).ifPresentOrElse(this::warn, () -> setVisible(false));
    }

    private void warn(int year) {
        String number = Integer.toString(year);
        Component warning = Pieces.state(VaadinIcon.WARNING, getTranslation("ui.year.missing", number),
                TextColor.ERROR);
        getContent().removeAll();
        getContent().add(Layouts.line(warning,
                Links.link(getTranslation("ui.year.enter"), "admin/policies/calendar", "year", year)));
        setVisible(true);
    }
}
