// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.Locale;
import java.util.Map;
import org.huifang.api.revisit.PastSteps;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Fields;
import org.jspecify.annotations.Nullable;

/** What becomes of steps whose time is over already: skipped unless somebody says otherwise. */
final class PastField extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 14;

    private final RadioButtonGroup<PastSteps.How> how = new RadioButtonGroup<>();
    private final IntegerField days = Fields.number(getTranslation("plans.past.days"), 1, 366);
    private final Sentence over = new Sentence();
    private transient @Nullable PastSteps shown;

    PastField(Runnable changed) {
        how.setLabel(getTranslation("plans.past"));
        how.setItems(PastSteps.How.values());
        how.setItemLabelGenerator(each -> getTranslation("plans.past." + each.name().toLowerCase(Locale.ROOT)));
        over.show(getTranslation("plans.past.over"), Map.of("days", days));
        Fields.typed(how, () -> {
            arrange();
            changed.run();
        });
        Fields.typed(days, () -> {
            if (Fields.fits(days)) {
                changed.run();
            }
        });
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.END, Gap.MEDIUM);
        getContent().add(how, over);
        show(PastSteps.SKIP);
    }

    /** As it stands in the URL: {@code past=spread&days=14}. */
    static PastSteps of(Place place) {
        int over = place.query("days").filter(text -> text.matches("[1-9]\\d{0,2}")).map(Integer::valueOf)
                .filter(number -> number <= 366).orElse(USUAL_DAYS);
        return switch (place.query("past").orElse("")) {
            case "today" -> new PastSteps(PastSteps.How.TODAY, 0);
            case "spread" -> new PastSteps(PastSteps.How.SPREAD, over);
            default -> PastSteps.SKIP;
        };
    }

    void show(PastSteps past) {
        if (past.equals(shown)) {
            return;
        }
        shown = past;
        how.setValue(past.how());
        days.setValue(past.how() == PastSteps.How.SPREAD ? past.days() : USUAL_DAYS);
        arrange();
    }

    PastSteps value() {
        var value = read();
        shown = value;
        return value;
    }

    private PastSteps read() {
        return switch (how.getValue()) {
            case SKIP -> PastSteps.SKIP;
            case TODAY -> new PastSteps(PastSteps.How.TODAY, 0);
            case SPREAD -> new PastSteps(PastSteps.How.SPREAD, Fields.fits(days) ? days.getValue() : USUAL_DAYS);
        };
    }

    private void arrange() {
        over.setVisible(how.getValue() == PastSteps.How.SPREAD);
    }
}
