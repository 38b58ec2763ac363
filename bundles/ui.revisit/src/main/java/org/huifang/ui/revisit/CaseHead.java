// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.time.Instant;
import java.util.List;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Planned;
import org.huifang.api.ticket.Ticket;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/** Who it is, what was promised last, what is open, and what the call is about as the person was told. */
final class CaseHead extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    CaseHead(Case now, LearnerFile file, List<Obligation> all, List<Ticket> tickets, Instant at) {
        var name = new H2(file.name());
        name.addClassNames(FontSize.XLARGE, Margin.NONE);
        var line = new Div(new StateBadge(now.state()), Looks.quiet(QueueWords.why(now)),
                Looks.quiet(getTranslation("revisit.minutes", now.minutes())));
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(new Div(name, line, Links.link(getTranslation("revisit.case.file"), "files/" + file.id())));
        LastPromise.of(all).ifPresent(promise -> getContent().add(promise(promise)));
        tickets.forEach(ticket -> getContent().add(ticket(ticket, at)));
        getContent().add(purposes(now, file));
    }

    private Component promise(LastPromise promise) {
        var sentence = promise.what().isEmpty()
                ? getTranslation("revisit.case.promise", Times.stamp(promise.by()))
                : getTranslation("revisit.case.promised", Times.day(promise.made()), promise.what(),
                        Times.stamp(promise.by()));
        var text = Pieces.strong(sentence);
        var box = new Div(Pieces.icon(VaadinIcon.HANDSHAKE), text);
        if (promise.state() != null) {
            box.add(new StateBadge(promise.state()));
        }
        return row(box);
    }

    private Component ticket(Ticket ticket, Instant at) {
        var link = Links.link(getTranslation("revisit.case.ticket", ticket.number(), ticket.title()),
                "tickets/" + ticket.id());
        var by = ticket.resolveBy();
        var box = new Div(Pieces.icon(VaadinIcon.TOOLS), link, Looks.quiet(Words.of(ticket.state())));
        if (by != null) {
            box.add(Looks.quiet(getTranslation(
                    ticket.late(at) ? "revisit.case.ticket.late" : "revisit.case.ticket.by", Times.stamp(by))));
        }
        return row(box);
    }

    private Component purposes(Case now, LearnerFile file) {
        var list = Layouts.list();
        list.getElement().setAttribute("aria-label", getTranslation("revisit.case.purposes"));
        now.purposes().forEach(purpose -> list.add(new ListItem(new Span(getTranslation("revisit.case.purpose",
                Words.what(purpose), course(file, purpose))))));
        var box = new Div(list);
        var planned = now.first().planned();
        if (planned != null && planned.notified() != Planned.Notified.NOT_YET) {
            box.add(Looks.quiet(told(planned)));
        }
        return box;
    }

    private String told(Planned planned) {
        var when = Times.stamp(planned.at());
        return switch (planned.notified()) {
            case NOT_YET -> "";
            case SENT -> getTranslation("revisit.told.sent", when);
            case CONFIRMED -> getTranslation("revisit.told.confirmed", when);
            case MOVED -> getTranslation("revisit.told.moved", when);
            case DECLINED -> getTranslation("revisit.told.declined", when);
        };
    }

    private static Div row(Div box) {
        box.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.SMALL);
        return box;
    }

    static String course(LearnerFile file, Obligation obligation) {
        return file.enrolments().stream().filter(e -> e.course().equals(obligation.course())).findFirst()
                .map(Enrolment::courseTitle).orElse("");
    }
}
