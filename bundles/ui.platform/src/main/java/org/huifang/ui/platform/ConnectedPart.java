// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.UUID;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.api.platform.Platforms;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The platforms that launch, each with its switch and its test. */
final class ConnectedPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Platforms platforms;
    private final transient PlatformSetup setup;
    private final Zone zone = new Zone(getTranslation("platforms.connected"));
    private final Div list = new Div();
    private transient @Nullable List<Platform> shown;

    ConnectedPart(Platforms platforms, PlatformSetup setup) {
        this.platforms = platforms;
        this.setup = setup;
        zone.show(list);
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> {
            var now = platforms.all(Viewer.current().tenant());
            if (now.equals(shown)) {
                return;
            }
            shown = now;
            list.removeAll();
            if (now.isEmpty()) {
                list.add(Pieces.quiet(getTranslation("platforms.none")));
                return;
            }
            var rows = Layouts.list();
            now.forEach(each -> rows.add(Layouts.row(row(each))));
            list.add(rows);
        });
    }

    private Component row(Platform platform) {
        var findings = new CheckList(setup, platform.id());
        var test = new Button(getTranslation("platforms.test"), click -> findings.run(click.getSource()));
        test.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var power = new Button(getTranslation(platform.enabled() ? "platforms.off" : "platforms.on"),
                click -> enable(platform.id(), platform.issuer(), !platform.enabled()));
        power.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return new Div(Layouts.line(Pieces.strong(platform.issuer()),
                platform.enabled()
                        ? Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("platforms.enabled"),
                                TextColor.SUCCESS)
                        : Pieces.state(VaadinIcon.BAN, getTranslation("platforms.disabled"), TextColor.SECONDARY),
                test, power),
                Pieces.quiet(getTranslation("platforms.ids", platform.clientId(),
                        String.join(", ", platform.deployments().stream().sorted().toList()))),
                findings);
    }

    private void enable(UUID platform, String issuer, boolean on) {
        var tenant = Viewer.current().tenant();
        zone.run(() -> {
            setup.enable(tenant, platform, on);
            load();
            UndoNotice.show(getTranslation(on ? "platforms.switchedon" : "platforms.switchedoff", issuer), () -> {
                setup.enable(tenant, platform, !on);
                load();
            });
        });
    }
}
