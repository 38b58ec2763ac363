// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.events.Endpoint;
import org.huifang.api.events.Sending;
import org.huifang.api.events.Sending.State;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Zone;

/** The log of what was sent in the last thirty days. */
final class SendingsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("hooks.sendings"));
    private final Select<State> state = new Select<>();
    private final MoreList<Sending, SendingRow> list;
    private final Div none = new Div();
    private transient Map<UUID, String> hosts = Map.of();

    SendingsPart(Desk desk, Place place) {
        this.desk = desk;
        list = new MoreList<>(Sending::id,
                sending -> new SendingRow(desk, hosts.getOrDefault(sending.endpoint(), ""), this::load), PAGE);
        list.setLabel(getTranslation("hooks.sendings"));
        none.addClassName(TextColor.SECONDARY);
        state.setLabel(getTranslation("hooks.letters.state"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("hooks.all"));
        state.setItemLabelGenerator(each -> each == null ? getTranslation("hooks.all") : word(each));
        state.setItems(State.values());
        place.query("state").flatMap(text -> Stream.of(State.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text)).findFirst())
                .ifPresent(state::setValue);
        state.addValueChangeListener(event -> {
            State of = state.getValue();
            Links.rewrite(HooksView.OUT, "state", of == null ? "" : of.name().toLowerCase(Locale.ROOT));
            zone.run(this::from);
        });
        zone.show(Layouts.form(state), none, list);
        getContent().add(zone);
        zone.run(this::from);
    }

    private String word(State each) {
        return switch (each) {
            case WAITING -> getTranslation("hooks.sending.waiting");
            case DELIVERED -> getTranslation("hooks.sending.delivered");
            case FAILED -> getTranslation("hooks.sending.failed");
        };
    }

    private void from() {
        hosts();
        State of = state.getValue();
        list.from((after, limit) -> desk.endpoints().sendings(Desk.tenant(), null, of, after, limit));
        none();
    }

    @Override
    public void load() {
        zone.run(() -> {
            hosts();
            list.refresh();
            none();
        });
    }

    private void hosts() {
        hosts = desk.endpoints().all(Desk.tenant()).stream()
                .collect(Collectors.toMap(Endpoint::id, endpoint -> String.valueOf(endpoint.url().getHost())));
    }

    private void none() {
        none.setVisible(list.shown() == 0);
        none.setText(getTranslation(state.getValue() == null ? "hooks.sendings.none" : "hooks.sendings.nomatch"));
    }
}
