// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.huifang.api.revisit.PastSteps;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.jspecify.annotations.Nullable;

/** Where one stands in the editor of a plan: the chosen step, and what is to become of past ones. It is in the URL. */
final class Spot {
    private final BooleanSupplier away;
    private @Nullable UUID plan;
    private String step = "";
    private PastSteps past = PastSteps.SKIP;

    /** @param away whether the URL is that of something else by now, which is left alone */
    Spot(BooleanSupplier away) {
        this.away = away;
    }

    void read(@Nullable UUID id, Place place) {
        plan = id;
        step = place.query("step").orElse("");
        past = PastField.of(place);
    }

    String step() {
        return step;
    }

    PastSteps past() {
        return past;
    }

    void step(String code) {
        if (!code.equals(step)) {
            step = code;
            write();
        }
    }

    void past(PastSteps choice) {
        past = choice;
        write();
    }

    /** A link to another step; the rest stays. */
    Anchor link(String text, String code) {
        return Links.link(text, path(), "step", code, "past", how(), "days", days());
    }

    private void write() {
        if (!away.getAsBoolean()) {
            Links.rewrite(path(), "step", step, "past", how(), "days", days());
        }
    }

    private String path() {
        return PlansView.PATH + "/" + plan;
    }

    private @Nullable String how() {
        return past.how() == PastSteps.How.SKIP ? null : past.how().name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Integer days() {
        return past.how() == PastSteps.How.SPREAD ? past.days() : null;
    }
}
