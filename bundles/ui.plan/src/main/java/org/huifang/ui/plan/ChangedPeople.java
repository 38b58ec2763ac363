// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.time.Instant;
import java.util.List;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** For whom something changes: a masked name, the step, the day before and after. */
final class ChangedPeople extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int AT_FIRST = 20;

    private final transient Desk desk;
    private final transient List<PlanPreview.Changed> all;
    private final transient PlanVersion draft;
    private final UnorderedList list = Layouts.list();

    ChangedPeople(Desk desk, List<PlanPreview.Changed> all, PlanVersion draft) {
        this.desk = desk;
        this.all = all;
        this.draft = draft;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(Pieces.heading(getTranslation("plans.people", all.size())));
        if (all.isEmpty()) {
            getContent().add(Pieces.quiet(getTranslation("plans.people.none")));
            return;
        }
        getContent().add(list);
        fill(0, Math.min(AT_FIRST, all.size()));
        if (all.size() > AT_FIRST) {
            var more = Buttons.small(getTranslation("plans.people.more", all.size() - AT_FIRST), () -> fill(AT_FIRST,
                    all.size()));
            more.addClickListener(click -> more.setVisible(false));
            getContent().add(more);
        }
    }

    private void fill(int from, int to) {
        var some = all.subList(from, to);
        var names = desk.masked(some.stream().map(PlanPreview.Changed::learner).distinct().toList());
        some.forEach(each -> {
            var name = Links.link(names.getOrDefault(each.learner(), getTranslation("plans.noname")),
                    "files/" + each.learner());
            var step = Sketch.step(draft, each.code()).map(StepWords::name)
                    .orElseGet(() -> StepWords.name(each.code(), ""));
            list.add(Layouts.row(Layouts.line(name, new Span(step), Pieces.quiet(words(each)))));
        });
    }

    private String words(PlanPreview.Changed change) {
        if (change.before() == null) {
            return getTranslation("plans.people.new", day(change.after()));
        }
        return change.after() == null
                ? getTranslation("plans.people.dropped", day(change.before()))
                : getTranslation("plans.people.moved", day(change.before()), day(change.after()));
    }

    private String day(@Nullable Instant at) {
        return at == null || !at.isBefore(Obligation.UNKNOWN) ? getTranslation("plans.people.open") : Times.day(at);
    }
}
