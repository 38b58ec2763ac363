// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;
import org.huifang.ui.Keys;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What publishing the draft would do to the real roster. It holds for ten minutes, for this draft and this choice. */
final class PreviewPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Spot spot;
    private final PastField past = new PastField(this::chosen);
    private final Zone zone = new Zone(getTranslation("plans.preview"));
    private final Paragraph stale = Pieces.sentence("");
    private final Div controls;
    private final Div result = Layouts.slimColumn();
    private final Publishing publishing;
    private final Busy busy = new Busy();
    private transient @Nullable PlanPreview preview;
    private transient @Nullable PlanVersion of;
    private boolean refused;
    private transient PastSteps with = PastSteps.SKIP;

    /** @param undo takes the publishing of a plan back */
    PreviewPart(Desk desk, Drafting drafting, Spot spot, Working working, Runnable published, Consumer<UUID> undo) {
        this.desk = desk;
        this.drafting = drafting;
        this.spot = spot;
        publishing = new Publishing(desk, drafting, working, published, undo);
        stale.addClassName(TextColor.WARNING);
        stale.getElement().setAttribute("role", "status");
        controls = Layouts.slimColumn(past,
                Layouts.line(new Button(getTranslation("plans.preview.run"), click -> run())));
        result.addClassName(Gap.LARGE);
        getContent().add(zone);
        Keys.on(this, "Ctrl+Enter", "plans.preview.run", this::run);
    }

    void forget() {
        busy.stop();
        preview = null;
        of = null;
        result.removeAll();
    }

    void show() {
        if (!drafting.draft()) {
            zone.empty(getTranslation("plans.preview.nodraft"));
            return;
        }
        if (drafting.overtaken()) {
            zone.empty(getTranslation("plans.preview.overtaken"));
            return;
        }
        if (controls.getParent().isEmpty()) {
            zone.show(controls, busy, stale, publishing, result);
        }
        past.show(spot.past());
        boolean holds = holds();
        stale.setText(refused
                ? getTranslation("plans.preview.refused")
                : preview == null || holds
                        ? ""
                        : getTranslation("plans.preview.stale", Times.clock(preview.asOf(), Times.zone())));
        publishing.setVisible(holds);
    }

    private boolean holds() {
        return preview != null && drafting.current().equals(of) && spot.past().equals(with)
                && desk.now().isBefore(preview.asOf().plus(Plans.PREVIEW_HOLDS));
    }

    private void run() {
        // a key comes here although the button is disabled
        if (!getElement().isEnabled() || !drafting.draft() || busy.busy()) {
            return;
        }
        zone.run(() -> {
            // the store previews what it has; that must be what stands here
            if (drafting.fresh()) {
                look(drafting.current(), spot.past());
            }
        });
    }

    /** At the whole roster, which takes a while in a large school. */
    private void look(PlanVersion draft, PastSteps choice) {
        refused = false;
        var tenant = Desk.tenant();
        busy.run(getTranslation("plans.preview.busy"), zone, () -> preview(tenant, draft, choice),
                found -> found.ifPresentOrElse(looked -> came(looked, draft, choice), this::refuse), this::run);
    }

    /** Empty where another plan is for the same learners. */
    private Optional<PlanPreview> preview(TenantId tenant, PlanVersion draft, PastSteps choice) {
        try {
            return Optional.of(desk.plans().preview(tenant, draft.plan(), choice));
        } catch (IllegalArgumentException sameScope) {
            return Optional.empty();
        }
    }

    private void came(PlanPreview found, PlanVersion draft, PastSteps choice) {
        preview = found;
        of = draft;
        with = choice;
        publishing.show(found, choice);
        result.removeAll();
        result.add(new PreviewLines(found), new LoadCalendar(desk, found, Times.local(found.asOf()).toLocalDate()),
                new ChangedPeople(desk, found.someone(), draft));
        show();
    }

    private void refuse() {
        refused = true;
        forget();
        show();
    }

    private void chosen() {
        spot.past(past.value());
        show();
    }
}
