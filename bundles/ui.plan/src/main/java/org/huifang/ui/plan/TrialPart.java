// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.huifang.api.revisit.Trigger;
import org.huifang.api.revisit.Triggers;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** For whom the rule would have fired in the last days. Who makes a rule live has seen it first. */
final class TrialPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 30;
    private static final int AT_FIRST = 50;

    private final transient Desk desk;
    private final transient Supplier<Trigger> rule;
    private final transient Runnable changed;
    private final Button test = new Button(getTranslation("triggers.test.run"), click -> run());
    private boolean tried;
    private final Zone zone = new Zone(getTranslation("triggers.test"));
    private final IntegerField days = Fields.number(getTranslation("triggers.test.days"), 1, 366);
    private final Div result = Layouts.slimColumn();
    private final Busy busy = new Busy();

    /** @param changed called when {@link #tried} may have changed */
    TrialPart(Desk desk, Supplier<Trigger> rule, Runnable changed) {
        this.desk = desk;
        this.rule = rule;
        this.changed = changed;
        var sentence = new Sentence();
        sentence.show(getTranslation("triggers.test.sentence"), Map.of("days", days));
        Fields.typed(days, () -> {
            if (Fields.fits(days)) {
                Links.rewrite(TriggersView.PATH + "/" + rule.get().id(), "days",
                        days.getValue() == USUAL_DAYS ? null : days.getValue());
            }
        });
        zone.show(Layouts.line(sentence, test), busy,
                result);
        getContent().add(zone);
        Keys.on(this, "Ctrl+Enter", "triggers.test.run", this::run);
    }

    void open(Place place) {
        days.setValue(place.query("days").filter(text -> text.matches("[1-9]\\d{0,2}")).map(Integer::valueOf)
                .filter(number -> number <= 366).orElse(USUAL_DAYS));
    }

    /** What was found is not about the rule as it stands now. */
    void forget() {
        busy.stop();
        result.removeAll();
        tried = false;
        changed.run();
    }

    /** Whether the rule as it stands now was tested to the end. */
    boolean tried() {
        return tried;
    }

    /** Whether testing is what the page is for just now. */
    void first(boolean first) {
        test.getThemeNames().set(ButtonVariant.LUMO_PRIMARY.getVariantName(), first);
    }

    private void run() {
        if (!Fields.fits(days)) {
            days.focus();
            return;
        }
        if (busy.busy()) {
            return;
        }
        int back = days.getValue();
        var now = desk.now();
        var tenant = Desk.tenant();
        var tried = rule.get();
        result.removeAll();
        // the whole timeline is read for it
        busy.run(getTranslation("triggers.test.busy", back), zone,
                () -> desk.triggers().test(tenant, tried, now.minus(Duration.ofDays(back)), now),
                trial -> show(trial, back, now), this::run);
    }

    private void show(Triggers.Trial trial, int back, Instant now) {
        var found = Pieces.strong(trial.times() == 0
                ? getTranslation("triggers.test.none", back)
                : getTranslation("triggers.test.found", back, trial.times(), trial.people()));
        found.getElement().setAttribute("role", "status");
        result.removeAll();
        result.add(found, Pieces.quiet(getTranslation("triggers.test.asof", Times.stamp(now))));
        list(trial);
        tried = true;
        changed.run();
    }

    private void list(Triggers.Trial trial) {
        var list = Layouts.list();
        var all = trial.firings();
        result.add(list);
        fill(list, all.subList(0, Math.min(AT_FIRST, all.size())));
        if (all.size() > AT_FIRST) {
            var more = Buttons.small(getTranslation("triggers.test.more", all.size() - AT_FIRST),
                    () -> fill(list, all.subList(AT_FIRST, all.size())));
            more.addClickListener(click -> more.setVisible(false));
            result.add(more);
        }
        if (trial.times() > all.size()) {
            result.add(Pieces.quiet(getTranslation("triggers.test.oldest", all.size())));
        }
    }

    private void fill(UnorderedList list, List<Triggers.Firing> firings) {
        var names = desk.masked(firings.stream().map(Triggers.Firing::learner).distinct().toList());
        Map<UUID, String> courses = new LinkedHashMap<>();
        firings.forEach(firing -> list.add(Layouts.row(Layouts.line(
                new Span(Times.stamp(firing.at())),
                Links.link(names.getOrDefault(firing.learner(), getTranslation("plans.noname")),
                        "files/" + firing.learner()),
                Pieces.quiet(courses.computeIfAbsent(firing.course(), desk::course))))));
    }
}
