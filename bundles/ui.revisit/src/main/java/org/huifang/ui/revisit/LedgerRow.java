// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** An obligation in the list behind a figure of the ledger: who, what, when, who answers for it, and why it is held. */
final class LedgerRow extends Composite<ListItem> implements MoreList.Row<LedgerRow.Line> {
    private static final long serialVersionUID = 1L;

    /** With the names that people know. */
    record Line(Obligation obligation, String name, String course, String owner) {}

    private final transient Selection selection;
    private final transient Actions actions;
    private final Checkbox choose = new Checkbox();
    private final Anchor name = new Anchor();
    private final StateBadge state = new StateBadge();
    private final Span what = Looks.quiet("");
    private final Span when = Looks.quiet("");
    private final Span owner = Looks.quiet("");
    private final ActionPanel panel;
    private transient @Nullable Line shown;

    LedgerRow(Selection selection, Actions actions) {
        this.selection = selection;
        this.actions = actions;
        name.addClassName(FontWeight.SEMIBOLD);
        name.getElement().setAttribute("router-link", true);
        // columns where there is room; on a phone name and state, then what, then when
        name.getStyle().set("flex", "1 1 8rem");
        state.getStyle().set("flex", "0 0 7rem");
        what.getStyle().set("flex", "3 1 14rem");
        when.getStyle().set("flex", "1 1 15rem");
        owner.getStyle().set("flex", "0 1 7rem");
        choose.addValueChangeListener(event -> {
            if (event.isFromClient() && shown != null) {
                selection.set(shown.obligation(), event.getValue());
            }
        });
        panel = new ActionPanel(actions, name::focus);
        var line = new Div(choose, name, state, what, when, owner);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM);
        getContent().addClassNames(Padding.Vertical.XSMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(line, panel);
        ActionPanel.KEYS.forEach((key, act) -> Keys.on(getContent(), key, act.label(), () -> act(act)));
        Keys.on(getContent(), "U", "revisit.key.undo", actions::undo);
    }

    private void act(ActionPanel.Act act) {
        if (shown != null && shown.obligation().state().open()) {
            // a contact moves with all that it is about; else a row is one obligation
            panel.open(act, act == ActionPanel.Act.RESCHEDULE
                    ? actions.contact(shown.obligation())
                    : new Case(List.of(shown.obligation())));
        }
    }

    @Override
    public void show(Line line) {
        choose.setValue(selection.holds(line.obligation().id()));
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        var obligation = line.obligation();
        choose.setAriaLabel(getTranslation("revisit.bulk.choose", line.name()));
        choose.setEnabled(Selection.fits(obligation));
        name.setText(line.name());
        name.setHref(Links.to("files/" + obligation.learner()));
        state.show(obligation.state());
        what.setText(Words.what(obligation) + " · " + line.course());
        Looks.oneLine(what);
        when.setText(standing(obligation));
        owner.setText(line.owner().isEmpty() ? getTranslation("revisit.ledger.noowner") : line.owner());
    }

    /** Where it stands, in a few words: when it opens, is due, was settled and why so, or why it is held. */
    static String standing(Obligation obligation) {
        if (obligation.settled() != null) {
            return settled(obligation, Times.stamp(obligation.settled()));
        }
        if (obligation.hold() != null) {
            return held(obligation.hold());
        }
        if (obligation.waits()) {
            return I18NProvider.translate("revisit.queue.waits");
        }
        return obligation.state() == State.SCHEDULED
                ? I18NProvider.translate("revisit.ledger.opens", Times.stamp(obligation.opens()))
                : I18NProvider.translate("revisit.queue.by", Times.stamp(obligation.due()));
    }

    private static String settled(Obligation obligation, String when) {
        if (obligation.state() == State.EXEMPT) {
            return I18NProvider.translate("revisit.ledger.exempt", when, Words.reason(obligation.reason()));
        }
        return switch (Unreached.of(obligation)) {
            case Unreached.WrongNumber wrong -> I18NProvider.translate("revisit.ledger.wrongnumber", when);
            case Unreached.Unanswered(int times) -> I18NProvider.translate("revisit.ledger.unanswered", when, times);
            case null -> I18NProvider.translate("revisit.ledger.settled", when);
        };
    }

    private static String held(Hold hold) {
        return hold.until() == null
                ? I18NProvider.translate("revisit.may.held", Words.of(hold.reason()))
                : I18NProvider.translate("revisit.may.helduntil", Words.of(hold.reason()), Times.stamp(hold.until()));
    }
}
