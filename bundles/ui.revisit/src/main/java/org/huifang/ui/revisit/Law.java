// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The first line of the ledger: owed = done + due + overdue + ..., or how many are missing. */
final class Law extends Composite<Paragraph> {
    private static final long serialVersionUID = 1L;
    private static final List<State> ORDER = List.of(State.DONE, State.DUE, State.OVERDUE, State.SCHEDULED,
            State.DECLINED, State.EXEMPT, State.UNREACHABLE);

    Law() {
        getContent().addClassNames(Margin.NONE, FontSize.LARGE, FontWeight.SEMIBOLD);
        getContent().getElement().setAttribute("aria-live", "polite");
    }

    /** What is owed, and what became of it. */
    static String sentence(Balance balance) {
        var sum = ORDER.stream()
                .map(state -> I18NProvider.translate("revisit.ledger.term", Words.of(state), balance.count(state)))
                .collect(Collectors.joining(" + "));
        return I18NProvider.translate("revisit.ledger.law", balance.owed(), sum);
    }

    /**
     * Shows both sides of the law.
     *
     * @param gap what the audit found, or null
     * @param names of accounts
     */
    void show(Balance balance, Instant asOf, Ledger.@Nullable Gap gap, Function<UUID, String> names) {
        var even = balance.missing() == 0 && gap == null;
        var icon = Pieces.icon(even ? VaadinIcon.CHECK : VaadinIcon.WARNING);
        icon.addClassName(even ? TextColor.SUCCESS : TextColor.ERROR);
        getContent().removeAll();
        getContent().setClassName(Background.ERROR_10, !even);
        getContent().setClassName(Padding.MEDIUM, !even);
        getContent().setClassName(BorderRadius.MEDIUM, !even);
        getContent().add(new Span(sentence(balance)), new Span(" "), icon,
                new Span(" "));
        if (balance.missing() != 0) {
            getContent().add(new Span(getTranslation("revisit.ledger.gap", balance.missing())), new Span(" "));
        }
        if (gap != null) {
            getContent().add(new Span(found(gap, names)), new Span(" "));
        }
        getContent().add(Looks.quiet(getTranslation("revisit.ledger.asof", Times.clock(asOf, Times.zone()))));
    }

    private String found(Ledger.Gap gap, Function<UUID, String> names) {
        var told = gap.told().stream().map(names).filter(name -> !name.isBlank())
                .collect(Collectors.joining(getTranslation("revisit.separator")));
        var since = getTranslation("revisit.ledger.since", Times.stamp(gap.since()));
        var who = told.isEmpty()
                ? getTranslation("revisit.ledger.untold")
                : getTranslation("revisit.ledger.told", told);
        return gap.unowed() == 0
                ? since + " " + who
                : getTranslation("revisit.ledger.unowed", gap.unowed()) + " " + since + " " + who;
    }
}
