// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.UUID;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/**
 * One plan: its line, the chosen node, what changes against the version that is live, and what that would do. It is of
 * this plan for good: what comes back late finds no other one here.
 */
final class PlanEditor extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Spot spot;
    private final Working working;
    private final Zone zone = new Zone();
    private final PlanHead head;
    private final CourseLine line;
    private final StepPart step;
    private final Changes changes;
    private final PreviewPart preview;
    private final History history;
    private final Stopping stopping;
    private final Reading reading = new Reading();
    private final Div beside;
    private final Div body;
    private final @Nullable UUID plan;
    private boolean stale;

    PlanEditor(Desk desk, @Nullable UUID plan) {
        this.desk = desk;
        this.plan = plan;
        drafting = new Drafting(desk.plans(), Desk::tenant, desk.clock(), this::draw);
        working = new Working(() -> Desk.name(drafting.current()), this::usable, this::changed);
        spot = new Spot(working::away);
        line = new CourseLine(spot);
        head = new PlanHead(desk, drafting, this::reopen);
        step = new StepPart(desk, drafting, spot, working);
        changes = new Changes(desk, drafting, working, this::changed);
        preview = new PreviewPart(desk, drafting, spot, working, this::changed, this::takeBack);
        history = new History(desk, drafting, working, this::changed);
        stopping = new Stopping(desk, drafting, working, this::changed);
        var left = Layouts.slimColumn(step, changes);
        left.addClassNames(Gap.LARGE, Flex.ONE);
        left.setMinWidth("26rem");
        var right = Layouts.slimColumn(preview);
        right.addClassName(Flex.ONE);
        right.setMinWidth("26rem");
        beside = new Div(left, right);
        beside.addClassNames(FlexWrap.WRAP, Gap.XLARGE, Display.HIDDEN, Display.Breakpoint.Medium.FLEX);
        Layouts.innerPage(getContent());
        getContent().add(Links.link(getTranslation("plans.back"), PlansView.PATH), working, zone);
        body = Layouts.slimColumn(head, line, reading, beside, history, stopping);
        body.addClassName(Gap.LARGE);
    }

    /** Another plan was looked at meanwhile: is read again when it is opened. */
    void outdated() {
        stale = true;
    }

    void open(Place place) {
        spot.read(plan, place);
        boolean before = stale;
        stale = false;
        if (drafting.versions().isEmpty()) {
            reopen();
        } else if (before) {
            again();
        } else {
            draw();
        }
    }

    /** Reads the plan again and shows it; a preview of before holds no more. */
    void reopen() {
        zone.run(() -> {
            preview.forget();
            if (plan == null || !drafting.open(plan)) {
                zone.show(new EmptyState(VaadinIcon.CALENDAR_CLOCK, getTranslation("plans.unknown"),
                        getTranslation("plans.unknown.why")));
                return;
            }
            zone.show(body);
            draw();
        });
    }

    /** After something was done here: is read again, at once or when one comes back to look. */
    private void changed() {
        if (working.away()) {
            stale = true;
        } else {
            again();
        }
    }

    /** As {@link #reopen}, but what is not kept yet stays. */
    private void again() {
        if (drafting.overtaken()) {
            zone.run(() -> {
                drafting.others();
                draw();
            });
        } else {
            reopen();
        }
    }

    /** After a colleague changed something: says so where that is shown, and moves nothing that one types into. */
    void refresh() {
        if (plan != null && !drafting.versions().isEmpty()) {
            var now = desk.plans().versions(Desk.tenant(), plan);
            head.elsewhere(!now.equals(drafting.versions()));
        }
    }

    private void takeBack(UUID published) {
        history.undo(published);
    }

    /** What only shows the plan, and the ways from it, can be used all the time. */
    private void usable(boolean free) {
        List.of(head, beside, history, stopping).forEach(part -> part.getElement().setEnabled(free));
    }

    private void draw() {
        if (working.away()) {
            stale = true;
            return;
        }
        var version = drafting.current();
        head.show();
        step.show();
        line.show(version);
        reading.show(version);
        changes.show();
        preview.show();
        history.show();
        stopping.show();
    }
}
