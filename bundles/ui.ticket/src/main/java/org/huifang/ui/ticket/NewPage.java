// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.NewTicket;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** A problem that somebody told of elsewhere, put down by hand. */
final class NewPage extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("tickets.new"));
    private final ComboBox<LearnerSummary> learner = new ComboBox<>();
    private final Select<UUID> course = new Select<>();
    private final Select<Area> area = new Select<>();
    private final Select<TicketRules.SubCode> code = new Select<>();
    private final TextField title = new TextField();
    private final TextArea said;
    private final transient List<KeptText<?>> kept;
    /** The same however often one clicks. */
    private final String key = "hand:" + UUID.randomUUID();

    NewPage(Desk desk, @Nullable UUID about) {
        this.desk = desk;
        said = Parts.area(getTranslation("tickets.said"), "");
        learner.setLabel(getTranslation("tickets.raiser.of"));
        learner.setItemLabelGenerator(LearnerSummary::name);
        learner.setMinWidth("20em");
        learner.setItems(query -> desk.archive().find(Desk.tenant(), query.getFilter().orElse(""), null, MOST).items()
                .stream().skip(query.getOffset()).limit(query.getLimit()));
        if (about != null) {
            var known = desk.archive().summaries(Desk.tenant(), List.of(about)).get(about);
            if (known != null) {
                learner.setValue(known);
            }
        }
        course.setLabel(getTranslation("tickets.course"));
        course.setEmptySelectionAllowed(true);
        var courses = desk.courses();
        course.setItems(courses.keySet());
        course.setItemLabelGenerator(id -> id == null ? "" : courses.getOrDefault(id, ""));
        area.setLabel(getTranslation("tickets.area"));
        area.setItems(Area.values());
        area.setItemLabelGenerator(Words::of);
        area.setWidth("14em");
        area.addValueChangeListener(event -> codes());
        code.setLabel(getTranslation("tickets.code"));
        code.setEmptySelectionAllowed(true);
        code.setItemLabelGenerator(c -> c == null ? getTranslation("tickets.code.none") : c.name());
        area.setValue(Area.LEARNING);
        title.setLabel(getTranslation("tickets.title.of"));
        title.setMaxLength(200);
        title.setWidthFull();
        kept = List.of(KeptText.of(title, "ticket.new.title"), KeptText.of(said, "ticket.new.said"));
        var raise = Buttons.primary(getTranslation("tickets.raise"), this::raise);
        zone.show(Layouts.slimColumn(Layouts.closeForm(learner, course), Layouts.closeForm(area, code), title, said,
                Layouts.closeForm(raise)));
        getContent().add(Back.link(getTranslation("tickets.back")), zone);
        Layouts.innerPage(getContent());
        getContent().setMaxWidth("50rem");
    }

    @Override
    public void refresh() {
        // what is being typed stays
    }

    private void codes() {
        code.setItems(desk.rules().codes(Desk.tenant()).stream().filter(c -> c.area() == area.getValue()).toList());
    }

    private void raise() {
        learner.setInvalid(learner.isEmpty());
        title.setInvalid(title.getValue().isBlank());
        if (learner.isInvalid() || title.isInvalid()) {
            learner.setErrorMessage(getTranslation("tickets.refused.raiser"));
            title.setErrorMessage(getTranslation("tickets.refused.text_missing"));
            return;
        }
        zone.run(() -> {
            var ticket = desk.tickets().raise(Desk.tenant(), new NewTicket(key, learner.getValue().id(),
                    course.getValue(), null, area.getValue(), code.isEmpty() ? "" : code.getValue().code(),
                    title.getValue().strip(), said.getValue().strip(), null, "staff:" + Desk.account(), desk.now()));
            kept.forEach(KeptText::forget);
            Links.go(TicketsView.PATH + "/" + ticket.id());
        });
    }
}
