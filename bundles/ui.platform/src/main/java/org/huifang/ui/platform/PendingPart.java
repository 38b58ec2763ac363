// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.huifang.api.platform.PendingPlatform;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Platforms that registered themselves and launch nobody until somebody here agrees. Hidden while nobody waits. */
final class PendingPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient PlatformSetup setup;
    private final Runnable changed;
    private final Zone zone = new Zone(getTranslation("platforms.pending"));
    private final Said said = new Said();
    private final Div list = new Div();
    private transient @Nullable List<PendingPlatform> shown;

    PendingPart(PlatformSetup setup, Runnable changed) {
        this.setup = setup;
        this.changed = changed;
        zone.show(said, Pieces.quiet(getTranslation("platforms.pending.why")), list);
        getContent().add(zone);
        getContent().setVisible(false);
    }

    void load() {
        zone.run(() -> {
            var now = setup.pending(Viewer.current().tenant());
            if (now.equals(shown)) {
                return;
            }
            shown = now;
            getContent().setVisible(!now.isEmpty() || said.isVisible());
            list.removeAll();
            var rows = Layouts.list();
            now.forEach(each -> rows.add(Layouts.row(row(each))));
            list.add(rows);
        });
    }

    private Component row(PendingPlatform platform) {
        var deployment = new TextField();
        deployment.setAriaLabel(getTranslation("platforms.deployment"));
        deployment.setPlaceholder(getTranslation("platforms.deployment"));
        deployment.setVisible(platform.deployments().isEmpty());
        var approve = new Button(getTranslation("platforms.approve"),
                click -> act(() -> setup.approve(Viewer.current().tenant(), platform.id(), deployment.getValue()),
                        "platforms.approved", platform.issuer()));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        var decline = new Button(getTranslation("platforms.decline"),
                click -> act(() -> setup.decline(Viewer.current().tenant(), platform.id()), "platforms.declined",
                        platform.issuer()));
        decline.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        var row = new Div(
                Layouts.line(Pieces.strong(platform.issuer()), deployment, approve, decline),
                Pieces.quiet(getTranslation("platforms.pending.ids", platform.clientId(),
                        platform.product() == null ? "–" : platform.product(),
                        Times.stamp(platform.at()))),
                Pieces.quiet(getTranslation("platforms.pending.addresses", platform.authUrl(), platform.tokenUrl(),
                        platform.jwksUrl())));
        if (platform.issuerKnown()) {
            row.add(Pieces.quiet(getTranslation("platforms.pending.known")));
        }
        return row;
    }

    private void act(Runnable action, String sentence, String issuer) {
        try {
            action.run();
            said.done(getTranslation(sentence, issuer));
        } catch (IllegalArgumentException e) {
            said.refused(getTranslation("platforms.notapproved"));
        }
        changed.run();
    }
}
