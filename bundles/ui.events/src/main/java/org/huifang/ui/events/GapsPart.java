// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import org.huifang.api.events.Gap;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What was lost on the way from sources that number their hooks. */
final class GapsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("hooks.gaps"));
    private transient @Nullable List<Gap> shown;

    GapsPart(Desk desk) {
        this.desk = desk;
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var gaps = desk.sequences().gaps(Desk.tenant());
            if (gaps.equals(shown)) {
                return;
            }
            shown = gaps;
            if (gaps.isEmpty()) {
                zone.show(Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("hooks.gaps.none"), TextColor.SUCCESS));
                return;
            }
            var rows = Layouts.list();
            gaps.forEach(gap -> rows.add(Looks.row(Layouts.line(
                    gap.alarm()
                            ? Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE, getTranslation("hooks.gap.alarm"),
                                    TextColor.ERROR)
                            : Pieces.state(VaadinIcon.CLOCK, getTranslation("hooks.gap.late"), TextColor.SECONDARY),
                    Pieces.strong(gap.source()), Pieces.quiet(numbers(gap)),
                    Pieces.quiet(getTranslation("hooks.gap.since", Times.stamp(gap.noticed()))),
                    Buttons.quiet(getTranslation("hooks.gap.settle"), () -> settle(gap))))));
            zone.show(Pieces.note(getTranslation("hooks.gaps.why")), rows);
        });
    }

    private String numbers(Gap gap) {
        return gap.first() == gap.last()
                ? getTranslation("hooks.gap.one", Long.toString(gap.first()))
                : getTranslation("hooks.gap.many", Long.toString(gap.first()), Long.toString(gap.last()),
                        gap.last() - gap.first() + 1);
    }

    private void settle(Gap gap) {
        zone.run(() -> {
            desk.sequences().settle(Desk.tenant(), gap.id());
            load();
        });
    }
}
