// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import org.huifang.ui.Links;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** Which day the page speaks of; it stands in the URL. */
final class AsOf extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    AsOf(LocalDate day, LocalDate today) {
        var field = new DayField(getTranslation("policies.asof"));
        field.setValue(day);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go(PoliciesView.CONSENT, "on", today.equals(event.getValue()) ? null : event.getValue());
            }
        });
        getContent().add(Layouts.form(field, Pieces.quiet(getTranslation("policies.asof.why"))));
    }
}
