// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.huifang.api.platform.Invitation;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.CopyLine;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Makes the one address that a platform's admin pastes; it is shown once and stays until the page is left. */
final class InvitePart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient PlatformSetup setup;
    private final Zone zone = new Zone(getTranslation("platforms.invite"));
    private final Said said = new Said();
    private final Div address = new Div();
    private final Div list = new Div();
    private final TextField platform = new TextField(getTranslation("platforms.invite.platform"));
    private final Checkbox approved = new Checkbox(getTranslation("platforms.invite.approved"));
    private transient @Nullable List<Invitation> shown;

    InvitePart(PlatformSetup setup) {
        this.setup = setup;
        platform.setPlaceholder("https://lms.example.org");
        platform.setHelperText(getTranslation("platforms.invite.rule"));
        platform.setWidth("24rem");
        platform.setMaxWidth("100%");
        var make = Buttons.primary(getTranslation("platforms.invite.make"), this::make);
        zone.show(Pieces.quiet(getTranslation("platforms.invite.why")), said, address,
                Layouts.form(platform, approved, make), list);
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> {
            var now = setup.invitations(Viewer.current().tenant());
            if (now.equals(shown)) {
                return;
            }
            shown = now;
            list.removeAll();
            var rows = Layouts.list();
            now.forEach(each -> {
                var withdraw = new Button(getTranslation("platforms.invite.withdraw"), click -> {
                    setup.withdraw(Viewer.current().tenant(), each.id());
                    load();
                });
                withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                rows.add(Layouts.row(Layouts.line(Pieces.quiet(getTranslation("platforms.invite.open",
                        each.platform() == null ? getTranslation("platforms.invite.any") : each.platform(),
                        Times.stamp(each.ends()))), withdraw)));
            });
            list.add(rows);
        });
    }

    private void make() {
        try {
            var named = platform.getValue().strip();
            var made = setup.invite(Viewer.current().tenant(), named.isEmpty() ? null : URI.create(named),
                    approved.getValue());
            address.removeAll();
            address.add(new CopyLine(getTranslation("platforms.invite.address"),
                    Objects.requireNonNull(made.address()).toString()));
            said.done(getTranslation("platforms.invite.made", Times.stamp(made.ends())));
            platform.clear();
            approved.clear();
            load();
        } catch (IllegalArgumentException e) {
            said.refused(getTranslation("platforms.invite.refused"));
            platform.focus();
        }
    }
}
