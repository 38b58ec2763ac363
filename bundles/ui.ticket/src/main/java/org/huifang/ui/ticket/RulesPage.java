// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.identity.Account;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who answers for what, how soon, and the school's own sub-codes. */
final class RulesPage extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    private final transient Desk desk;
    private final Zone answering = new Zone(getTranslation("tickets.rules.who"));
    private final Zone terms = new Zone(getTranslation("tickets.rules.terms"));
    private final Zone codes = new Zone(getTranslation("tickets.rules.codes"));
    private final Zone limits = new Zone(getTranslation("tickets.rules.limits"));

    RulesPage(Desk desk) {
        this.desk = desk;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XLARGE);
        getContent().setMaxWidth("60rem");
        getContent().add(Links.link(getTranslation("tickets.back"), TicketsView.PATH));
        if (Desk.leads()) {
            getContent().add(answering, terms, codes, limits);
        } else {
            getContent().add(Pieces.quiet(getTranslation("tickets.rules.notyours")));
        }
    }

    @Override
    public void refresh() {
        if (Desk.leads()) {
            answering.run(() -> answering.show(answering()));
            terms.run(() -> terms.show(terms()));
            codes.run(() -> codes.show(codes()));
            limits.run(() -> limits.show(limits()));
        }
    }

    private Div answering() {
        var rows = Layouts.slimColumn();
        var courses = desk.courses();
        desk.rules().rules(Desk.tenant()).forEach(rule -> {
            UUID course = rule.course();
            rows.add(Layouts.line(Pieces.strong(Words.of(rule.area())),
                    Pieces.quiet(course == null
                            ? getTranslation("tickets.course.all")
                            : courses.getOrDefault(course, "")),
                    new com.vaadin.flow.component.html.Span(desk.name(rule.account())),
                    new Button(getTranslation("tickets.rules.remove"), click -> remove(rule))));
        });
        if (rows.getComponentCount() == 0) {
            rows.add(Pieces.quiet(getTranslation("tickets.rules.who.none")));
        }
        var area = areas();
        var course = new Select<UUID>();
        course.setLabel(getTranslation("tickets.course"));
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(getTranslation("tickets.course.all"));
        course.setItems(courses.keySet());
        course.setItemLabelGenerator(id -> id == null
                ? getTranslation("tickets.course.all")
                : courses.getOrDefault(id, ""));
        var account = new Select<UUID>();
        account.setLabel(getTranslation("tickets.owner"));
        account.setItems(desk.staff().stream().map(Account::id).toList());
        account.setItemLabelGenerator(desk::name);
        rows.add(Layouts.closeForm(area, course, account, new Button(getTranslation("tickets.rules.set"), click -> {
            if (account.getValue() != null) {
                desk.rules().setRule(Desk.tenant(), area.getValue(), course.getValue(), account.getValue());
                refresh();
            }
        })));
        return rows;
    }

    private void remove(TicketRules.Rule rule) {
        desk.rules().setRule(Desk.tenant(), rule.area(), rule.course(), null);
        refresh();
        UndoNotice.show(getTranslation("tickets.rules.removed"), () -> {
            desk.rules().setRule(Desk.tenant(), rule.area(), rule.course(), rule.account());
            refresh();
        });
    }

    private Div terms() {
        var rows = Layouts.slimColumn(Pieces.quiet(getTranslation("tickets.rules.terms.how")));
        desk.rules().terms(Desk.tenant()).forEach(term -> {
            var hours = number("tickets.rules.hours", term.respondHours(), 1, MOST);
            var days = number("tickets.rules.days", term.resolveDays(), 1, MOST);
            Runnable save = () -> {
                if (valid(hours) && valid(days)) {
                    desk.rules().setTerm(Desk.tenant(),
                            new TicketRules.Term(term.area(), hours.getValue(), days.getValue()));
                }
            };
            hours.addValueChangeListener(event -> save.run());
            days.addValueChangeListener(event -> save.run());
            rows.add(Layouts.closeForm(hours, days));
            hours.setLabel(Words.of(term.area()) + " · " + getTranslation("tickets.rules.hours"));
        });
        return rows;
    }

    private Div codes() {
        var rows = Layouts.slimColumn();
        desk.rules().codes(Desk.tenant()).forEach(code -> rows.add(Layouts.line(Pieces.strong(code.name()),
                Pieces.quiet(Words.of(code.area()) + " · " + code.code()),
                new Button(getTranslation("tickets.rules.remove"), click -> {
                    desk.rules().removeCode(Desk.tenant(), code.area(), code.code());
                    refresh();
                    UndoNotice.show(getTranslation("tickets.rules.removed"), () -> {
                        desk.rules().setCode(Desk.tenant(), code);
                        refresh();
                    });
                }))));
        var area = areas();
        var code = new TextField(getTranslation("tickets.code.short"));
        var name = new TextField(getTranslation("tickets.code.name"));
        name.setMaxLength(60);
        rows.add(Layouts.closeForm(area, code, name, new Button(getTranslation("tickets.code.add"), click -> {
            String typed = code.getValue().strip().toLowerCase(Locale.ROOT);
            code.setInvalid(!typed.matches("[a-z0-9-]{1,40}"));
            name.setInvalid(name.getValue().isBlank());
            if (code.isInvalid() || name.isInvalid()) {
                code.setErrorMessage(getTranslation("tickets.code.form"));
                name.setErrorMessage(getTranslation("tickets.refused.text_missing"));
                return;
            }
            desk.rules().setCode(Desk.tenant(),
                    new TicketRules.SubCode(area.getValue(), typed, name.getValue().strip()));
            refresh();
        })));
        return rows;
    }

    private Div limits() {
        var now = desk.rules().limits(Desk.tenant());
        var low = number("tickets.rules.low", now.lowSatisfaction(), 0, 5);
        var asks = number("tickets.rules.asks", now.asks(), 3, 10);
        var days = number("tickets.rules.askdays", now.askDays(), 7, 60);
        Runnable save = () -> {
            if (valid(low) && valid(asks) && valid(days)) {
                desk.rules().setLimits(Desk.tenant(),
                        new TicketRules.Limits(low.getValue(), asks.getValue(), days.getValue()));
            }
        };
        low.addValueChangeListener(event -> save.run());
        asks.addValueChangeListener(event -> save.run());
        days.addValueChangeListener(event -> save.run());
        return Layouts.closeForm(low, asks, days);
    }

    private Select<Area> areas() {
        var area = new Select<Area>();
        area.setLabel(getTranslation("tickets.area"));
        area.setItems(Area.values());
        area.setItemLabelGenerator(Words::of);
        area.setWidth("14em");
        area.setValue(Area.LEARNING);
        return area;
    }

    private IntegerField number(String label, int value, int least, int most) {
        var field = new IntegerField(getTranslation(label));
        field.setValue(value);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setWidth("26em");
        field.setErrorMessage(getTranslation("tickets.rules.between", least, most));
        return field;
    }

    private static boolean valid(IntegerField field) {
        @Nullable
        Integer value = field.getValue();
        boolean valid = value != null && value >= field.getMin() && value <= field.getMax();
        field.setInvalid(!valid);
        return valid;
    }
}
