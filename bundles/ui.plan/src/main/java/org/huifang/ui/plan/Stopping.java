// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huifang.api.archive.Tag;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The end of a plan: with a reason, because it cannot be taken back, and not before one has seen what is exempt then.
 * What was counted holds as long as a preview does.
 */
final class Stopping extends Composite<Details> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 500;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Runnable stopped;
    private final Zone zone = new Zone();
    private final Busy busy = new Busy();
    private final transient Working working;
    private final Paragraph counts = Pieces.sentence("");
    private final TextField reason = Fields.text(getTranslation("plans.stop.reason"), 200);
    private final Div ready;
    private transient @Nullable PlanVersion counted;
    private transient Instant asOf = Instant.MIN;

    Stopping(Desk desk, Drafting drafting, Working working, Runnable stopped) {
        this.desk = desk;
        this.drafting = drafting;
        this.working = working;
        this.stopped = stopped;
        reason.setWidth("24rem");
        reason.setMaxWidth("100%");
        counts.getElement().setAttribute("role", "status");
        var button = new Button(getTranslation("plans.stop.now"), click -> stop());
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        ready = Layouts.slimColumn(counts, reason, Layouts.line(button));
        ready.setVisible(false);
        zone.show(Pieces.sentence(getTranslation("plans.stop.effect")),
                Layouts.line(new Button(getTranslation("plans.stop.count"), click -> count())), busy, ready);
        getContent().setSummaryText(getTranslation("plans.stop"));
        getContent().add(zone);
    }

    void show() {
        var live = drafting.find(PlanVersion.Status.LIVE);
        getContent().setVisible(live.isPresent());
        if (!live.equals(Optional.ofNullable(counted))) {
            forget();
        }
    }

    private void forget() {
        busy.stop();
        counted = null;
        ready.setVisible(false);
    }

    private void count() {
        var live = drafting.find(PlanVersion.Status.LIVE);
        if (live.isEmpty() || busy.busy()) {
            return;
        }
        var plan = live.get();
        forget();
        counted = plan;
        var tenant = Desk.tenant();
        var now = desk.now();
        busy.run(getTranslation("plans.stop.counting"), zone, () -> StopCount.of(plan,
                desk.plans().all(tenant).stream().filter(each -> each.status() == PlanVersion.Status.LIVE).toList(),
                (step, state, after) -> desk.revisits().list(tenant, plan.course(), step, state, after, PAGE),
                learners -> desk.tags().of(tenant, learners).entrySet().stream().collect(Collectors.toMap(
                        Map.Entry::getKey,
                        worn -> worn.getValue().stream().map(Tag::name).collect(Collectors.toSet())))),
                found -> {
                    asOf = now;
                    counts.setText(getTranslation("plans.stop.counts", found.exempt(), found.learners(),
                            found.moving(), Times.clock(now.plus(Plans.PREVIEW_HOLDS), Times.zone())));
                    ready.setVisible(true);
                }, this::count);
    }

    private void stop() {
        if (desk.now().isAfter(asOf.plus(Plans.PREVIEW_HOLDS))) {
            // what was counted may not be so any more
            count();
            return;
        }
        boolean said = !reason.getValue().isBlank();
        reason.setInvalid(!said);
        if (!said) {
            reason.setErrorMessage(getTranslation("plans.stop.missing"));
            reason.focus();
            return;
        }
        var tenant = Desk.tenant();
        var me = Desk.me();
        var plan = drafting.current().plan();
        var why = reason.getValue().strip();
        working.run(getTranslation("plans.stop.busy"), () -> {
            desk.plans().stop(tenant, plan, me, why);
            return plan;
        }, done -> {
            reason.clear();
            forget();
            getContent().setOpened(false);
            stopped.run();
            working.sayAway(getTranslation("plans.stopped"));
        });
    }
}
