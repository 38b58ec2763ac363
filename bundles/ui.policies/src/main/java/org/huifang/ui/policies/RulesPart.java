// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Policy;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The rules of consent and retention as they hold on a day. */
final class RulesPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;
    private static final List<String> FIRST = List.of(Policies.SCHOOL_NAME, Policies.PURPOSES, Policies.CONTRACT,
            Policies.CHANNELS_OF, Policies.GUARDIAN_AGE, Policies.REVIEWED_FIELDS, Policies.RETENTION_OF);

    private final transient Desk desk;
    private final LocalDate asked;
    private final Zone zone = new Zone(getTranslation("policies.rules"));
    private final Div list = Layouts.column();
    private transient @Nullable List<Policy> shown;

    /** @param asked the day, or the epoch for today */
    RulesPart(Desk desk, LocalDate asked) {
        this.desk = desk;
        this.asked = asked;
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var today = desk.consentDay();
            var day = asked.equals(LocalDate.EPOCH) ? today : asked;
            var rules = desk.policies().on(Desk.tenant(), day).stream()
                    .sorted(Comparator.comparingInt(RulesPart::place).thenComparing(Policy::name)).toList();
            if (shown == null) {
                zone.show(Pieces.note(getTranslation("policies.rules.why")), new AsOf(day, today), list);
            }
            if (!rules.equals(shown)) {
                shown = rules;
                list.removeAll();
                var rows = Layouts.list();
                rules.forEach(rule -> rows.add(new RuleRow(rule, today, this::set)));
                list.add(rules.isEmpty()
                        ? Pieces.quiet(getTranslation("policies.rules.none", Times.day(day)))
                        : rows);
            }
        });
    }

    private static int place(Policy rule) {
        for (int n = 0; n < FIRST.size(); n++) {
            if (rule.name().startsWith(FIRST.get(n))) {
                return n;
            }
        }
        return FIRST.size();
    }

    private boolean set(Policy rule, String value, LocalDate from, String because) {
        var held = desk.policies().find(Desk.tenant(), rule.name(), from).orElse(rule);
        try {
            desk.policies().set(Desk.tenant(), rule.name(), value, from, because);
        } catch (IllegalArgumentException notAValue) {
            return false;
        }
        load();
        UndoNotice.show(getTranslation("policies.rule.done", RuleWords.name(rule.name()), Times.day(from)), () -> {
            desk.policies().set(Desk.tenant(), rule.name(), held.value(), from, held.because());
            load();
        });
        return true;
    }
}
