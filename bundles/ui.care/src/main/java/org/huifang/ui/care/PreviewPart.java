// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.api.care.Preview;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** Who would be greeted today or in the next 30 days. */
final class PreviewPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MONTH = 30;

    private final transient Desk desk;
    private final transient Supplier<Greeting> greeting;
    private final Zone zone = new Zone(getTranslation("care.preview"));
    private final Div result = Layouts.slimColumn();

    PreviewPart(Desk desk, Supplier<Greeting> greeting) {
        this.desk = desk;
        this.greeting = greeting;
        zone.show(Layouts.line(new Button(getTranslation("care.preview.today"), click -> run(1)),
                new Button(getTranslation("care.preview.month"), click -> run(MONTH))), result);
        getContent().add(zone);
        Keys.on(this, "Ctrl+Enter", "care.preview.month", () -> run(MONTH));
    }

    /** What was found is not about the greeting as it stands now. */
    void forget() {
        result.removeAll();
    }

    private void run(int days) {
        zone.run(() -> {
            var of = greeting.get();
            var found = desk.greetings().preview(Desk.tenant(), of, desk.today(), days);
            var ahead = of.occasion() instanceof Occasion.Milestone || of.occasion() instanceof Occasion.Finished;
            String key = ahead ? "care.preview.ahead" : days == 1 ? "care.preview.found.today" : "care.preview.found";
            var sentence = Pieces.strong(found.people() == 0
                    ? getTranslation(ahead ? "care.preview.ahead.none" : "care.preview.none", days)
                    : getTranslation(key, days, found.people(), found.agreed()));
            sentence.getElement().setAttribute("role", "status");
            result.removeAll();
            result.add(sentence);
            if (found.more()) {
                result.add(Pieces.quiet(getTranslation("care.preview.more", found.people())));
            }
            result.add(Pieces.quiet(getTranslation("care.preview.asof", Times.stamp(desk.now()))));
            people(found.first(), found.people());
        });
    }

    private void people(List<Preview.Person> first, int all) {
        if (first.isEmpty()) {
            return;
        }
        var list = Layouts.list();
        for (var person : first) {
            var line = Layouts.line(Links.link(Mask.name(person.name()), "files/" + person.learner()));
            var day = person.day();
            if (day != null) {
                line.add(Pieces.quiet(day.toString()));
            }
            list.add(Layouts.row(line));
        }
        result.add(list);
        if (all > first.size()) {
            result.add(Pieces.quiet(getTranslation("care.preview.first", first.size(), all)));
        }
    }
}
