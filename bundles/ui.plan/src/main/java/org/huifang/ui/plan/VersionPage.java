// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.UUID;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** A version of a plan as it was published; read only. */
final class VersionPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();

    VersionPage(Desk desk) {
        this.desk = desk;
        Layouts.innerPage(getContent());
    }

    void open(@Nullable UUID plan, String number) {
        getContent().removeAll();
        getContent().add(
                Links.link(getTranslation("plans.back.plan"), PlansView.PATH + (plan == null ? "" : "/" + plan)),
                zone);
        zone.run(() -> {
            var versions = plan == null ? List.<PlanVersion>of() : desk.plans().versions(Desk.tenant(), plan);
            versions.stream().filter(each -> String.valueOf(each.version()).equals(number)).findFirst()
                    .ifPresentOrElse(version -> show(version, versions), () -> zone
                            .show(new EmptyState(VaadinIcon.CALENDAR_CLOCK, getTranslation("plans.unknown"),
                                    getTranslation("plans.unknown.why"))));
        });
    }

    private void show(PlanVersion version, List<PlanVersion> all) {
        var states = Layouts.line(Standing.of(version.status()), Pieces.quiet(desk.scope(version)),
                Pieces.quiet(History.since(desk, version)));
        var name = getTranslation("plans.version.of", Desk.name(version), version.version());
        var page = Layouts.slimColumn(Pieces.name(name), states, Reading.steps(version));
        if (!version.note().isBlank()) {
            page.add(Pieces.sentence(getTranslation("plans.note.was", version.note())));
        }
        all.stream().filter(each -> each.version() == version.version() - 1).findFirst().ifPresent(before -> page
                .add(Pieces.heading(getTranslation("plans.diff", before.version())),
                        Changes.list(Differences.between(desk, before, version))));
        zone.show(page);
    }
}
