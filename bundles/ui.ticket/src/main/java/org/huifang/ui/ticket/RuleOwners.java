// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.identity.Account;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who answers for an area; the form stays as it is while the list above it changes. */
final class RuleOwners extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("tickets.rules.who"));
    private final Div rows = Layouts.slimColumn();
    private final Select<Area> area;
    private final Select<UUID> course = new Select<>();
    private final Select<UUID> account = new Select<>();
    private final transient Shown shown = new Shown();
    private transient Map<UUID, String> courses = Map.of();
    private transient List<UUID> staff = List.of();

    RuleOwners(Desk desk) {
        this.desk = desk;
        area = Parts.areas();
        course.setLabel(getTranslation("tickets.course"));
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(getTranslation("tickets.course.all"));
        course.setItemLabelGenerator(this::called);
        account.setLabel(getTranslation("tickets.owner"));
        account.setItemLabelGenerator(desk::name);
        zone.show(rows, Layouts.closeForm(area, course, account,
                new Button(getTranslation("tickets.rules.set"), click -> set())));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            choices();
            var rules = desk.rules().rules(Desk.tenant());
            if (!shown.changed(rules, courses, rules.stream().map(r -> desk.name(r.account())).toList())) {
                return;
            }
            rows.removeAll();
            rules.forEach(rule -> rows.add(Layouts.line(Pieces.strong(Words.of(rule.area())),
                    Pieces.quiet(called(rule.course())), new Span(desk.name(rule.account())),
                    new Button(getTranslation("tickets.rules.remove"), click -> remove(rule)))));
            if (rules.isEmpty()) {
                rows.add(Pieces.quiet(getTranslation("tickets.rules.who.none")));
            }
        });
    }

    private String called(@Nullable UUID id) {
        return id == null ? getTranslation("tickets.course.all") : courses.getOrDefault(id, "");
    }

    /** New items would take back what is chosen. */
    private void choices() {
        var titles = desk.courses();
        if (!titles.equals(courses)) {
            courses = titles;
            Parts.items(course, titles.keySet());
        }
        var ids = desk.staff().stream().map(Account::id).toList();
        if (!ids.equals(staff)) {
            staff = ids;
            Parts.items(account, ids);
        }
    }

    private void set() {
        account.setInvalid(account.isEmpty());
        account.setErrorMessage(getTranslation("tickets.rules.owner.missing"));
        if (account.isInvalid()) {
            account.focus();
            return;
        }
        zone.run(() -> desk.rules().setRule(Desk.tenant(), area.getValue(), course.getValue(), account.getValue()));
        refresh();
    }

    private void remove(TicketRules.Rule rule) {
        desk.rules().setRule(Desk.tenant(), rule.area(), rule.course(), null);
        refresh();
        UndoNotice.show(getTranslation("tickets.rules.removed"), () -> {
            desk.rules().setRule(Desk.tenant(), rule.area(), rule.course(), rule.account());
            refresh();
        });
    }
}
