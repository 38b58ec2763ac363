// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huifang.api.access.Client;
import org.huifang.api.access.Client.Proof;
import org.huifang.api.access.Scope;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** A program: who it is, what it may do, how it shows that, and when it did so last. */
final class ClientRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    private final transient Client client;
    private final transient Consumer<Client> revoke;
    private final Div end = Layouts.line();

    ClientRow(Client client, Consumer<Client> revoke) {
        this.client = client;
        this.revoke = revoke;
        var scopes = client.scopes().stream().sorted().map(Scope::key).collect(Collectors.joining(" · "));
        var lines = Layouts.slimColumn(Layouts.line(Pieces.strong(client.name()), state()),
                broken(getTranslation("admin.clients.id", client.clientId())),
                broken(getTranslation("admin.clients.scopesof", scopes)), broken(keys()),
                Layouts.line(Pieces.quiet(getTranslation("admin.clients.created", Times.stamp(client.added()))),
                        Pieces.quiet(used())));
        lines.removeClassName(Gap.SMALL);
        lines.addClassName(Gap.XSMALL);
        getContent().add(lines);
        if (client.revoked() == null) {
            offer();
            lines.add(end);
        }
        Layouts.ruled(getContent());
    }

    /** Ids and addresses have no blanks at which a narrow page could break them. */
    private static Div broken(String text) {
        var line = new Div(new Span(text));
        line.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        line.getStyle().set("overflow-wrap", "anywhere");
        return line;
    }

    private Span state() {
        return client.revoked() == null
                ? Pieces.badge(VaadinIcon.CHECK_CIRCLE, getTranslation("admin.clients.active"), TextColor.SUCCESS)
                : Pieces.badge(VaadinIcon.BAN,
                        getTranslation("admin.clients.revokedat", Times.stamp(client.revoked())), TextColor.SECONDARY);
    }

    private String keys() {
        var keysAt = client.keysAt();
        return keysAt != null
                ? getTranslation("admin.clients.keys.at", keysAt)
                : getTranslation(
                        client.proof() == Proof.API_KEY ? "admin.clients.keys.api" : "admin.clients.keys.given");
    }

    private String used() {
        var used = client.used();
        return used == null
                ? getTranslation("admin.clients.unused")
                : getTranslation("admin.clients.used", Times.stamp(used));
    }

    private Button offer() {
        var button = Buttons.quiet(getTranslation("admin.clients.revoke"), this::ask);
        button.setAriaLabel(getTranslation("admin.clients.revokeof", client.name()));
        end.removeAll();
        end.add(button);
        return button;
    }

    /** What cannot be undone asks once more, in place, and says what it means. */
    private void ask() {
        var keep = Buttons.small(getTranslation("admin.clients.keep"), () -> offer().focus());
        end.removeAll();
        end.add(new Span(getTranslation("admin.clients.sure", client.name())),
                Buttons.small(getTranslation("admin.clients.revoke.now"), () -> revoke.accept(client)), keep);
        keep.focus();
    }
}
