// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.net.URI;
import java.util.List;
import org.huifang.api.events.Endpoint;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.CopyLine;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Where hooks go out, and what became of the last one. */
final class EndpointsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("hooks.endpoints"));
    private final Div secret = new Div();
    private final Div list = new Div();
    private final TextField url = new TextField(getTranslation("hooks.endpoint.url"));
    private final MultiSelectComboBox<String> types = new MultiSelectComboBox<>();
    private transient @Nullable List<Endpoint> shown;

    EndpointsPart(Desk desk) {
        this.desk = desk;
        url.setManualValidation(true);
        url.setPlaceholder("https://example.org/hooks");
        url.setHelperText(getTranslation("hooks.endpoint.rule"));
        url.setWidth("24rem");
        url.setMaxWidth("100%");
        types.setLabel(getTranslation("hooks.endpoint.types"));
        types.setPlaceholder(getTranslation("hooks.endpoint.everything"));
        types.setItems(desk.endpoints().types());
        types.setWidth("24rem");
        types.setMaxWidth("100%");
        var add = new Button(getTranslation("hooks.endpoint.add"), click -> add());
        zone.show(Pieces.note(getTranslation("hooks.endpoints.why")), secret, list, Layouts.form(url, types, add));
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var all = desk.endpoints().all(Desk.tenant());
            if (all.equals(shown)) {
                return;
            }
            shown = all;
            var rows = Layouts.list();
            all.forEach(each -> rows.add(row(each)));
            list.removeAll();
            list.add(all.isEmpty() ? Pieces.quiet(getTranslation("hooks.endpoints.none")) : rows);
        });
    }

    private Component row(Endpoint endpoint) {
        var line = Layouts.line(Pieces.strong(endpoint.url().toString()), state(endpoint));
        if (endpoint.inside()) {
            line.add(Pieces.quiet(getTranslation("hooks.endpoint.inside")));
        }
        if (endpoint.formerEnds() != null) {
            line.add(Pieces.quiet(getTranslation("hooks.former", Times.stamp(endpoint.formerEnds()))));
        }
        var more = Layouts.line(
                Pieces.quiet(endpoint.types().isEmpty()
                        ? getTranslation("hooks.endpoint.everything")
                        : String.join(" · ", endpoint.types().stream().sorted().toList())),
                Pieces.quiet(getTranslation("hooks.endpoint.counts", endpoint.waiting(), endpoint.failed())));
        if (endpoint.lastAt() != null && endpoint.lastStatus() != null) {
            more.add(Pieces.quiet(getTranslation("hooks.endpoint.last", Times.stamp(endpoint.lastAt()),
                    SendingRow.answer(endpoint.lastStatus()))));
        }
        return Looks.row(line, more, Layouts.line(
                Buttons.quiet(getTranslation("hooks.endpoint.test"), () -> zone.run(() -> {
                    desk.endpoints().test(Desk.tenant(), endpoint.id());
                    load();
                })), Buttons.quiet(getTranslation("hooks.rotate"), () -> zone.run(() -> {
                    show(endpoint.url(), desk.endpoints().rotate(Desk.tenant(), endpoint.id()));
                    load();
                })), Buttons.quiet(getTranslation(endpoint.enabled() ? "hooks.disable" : "hooks.enable"),
                        () -> enable(endpoint, !endpoint.enabled())),
                remove(endpoint)));
    }

    /** What cannot be undone asks once more, in place, and says what goes with it. */
    private Component remove(Endpoint endpoint) {
        var place = new Div();
        place.add(Buttons.quiet(getTranslation("hooks.endpoint.remove"), () -> {
            place.removeAll();
            place.add(Buttons.quiet(getTranslation("hooks.endpoint.erase", endpoint.waiting()), () -> zone.run(() -> {
                desk.endpoints().remove(Desk.tenant(), endpoint.id());
                load();
            })), Buttons.quiet(getTranslation("hooks.endpoint.keep"), () -> zone.run(() -> {
                shown = null;
                load();
            })));
        }));
        return place;
    }

    private Span state(Endpoint endpoint) {
        if (endpoint.enabled()) {
            return Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("hooks.enabled"), TextColor.SUCCESS);
        }
        return endpoint.why().equals("gone")
                ? Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE, getTranslation("hooks.endpoint.gone"), TextColor.ERROR)
                : Pieces.state(VaadinIcon.BAN, getTranslation("hooks.disabled"), TextColor.SECONDARY);
    }

    private void add() {
        try {
            URI to = URI.create(url.getValue().strip());
            show(to, desk.endpoints().add(Desk.tenant(), to, types.getValue(), false).secret());
            url.setInvalid(false);
            url.clear();
            types.clear();
            load();
        } catch (IllegalArgumentException e) {
            url.setErrorMessage(getTranslation("hooks.endpoint.refused"));
            url.setInvalid(true);
            url.focus();
        }
    }

    private void enable(Endpoint endpoint, boolean on) {
        zone.run(() -> {
            desk.endpoints().enable(Desk.tenant(), endpoint.id(), on);
            load();
            UndoNotice.show(getTranslation(on ? "hooks.endpoint.on" : "hooks.endpoint.off"), () -> {
                desk.endpoints().enable(Desk.tenant(), endpoint.id(), !on);
                load();
            });
        });
    }

    private void show(URI to, String value) {
        secret.removeAll();
        var field = new CopyLine(getTranslation("hooks.secret", to), value);
        secret.add(field);
        field.focus();
    }
}
