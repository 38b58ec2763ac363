// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.net.URI;
import java.util.List;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** The course platforms that may launch Huifang, and what to enter on both sides to connect one. */
final class PlatformsPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Platforms platforms;
    private final Zone zone = new Zone(getTranslation("admin.platforms"));
    private final Said said = new Said();
    private final Div list = new Div();
    private final Div ours = new Div();
    private final TextField issuer = field("admin.platforms.issuer", "https://lms.example.org");
    private final TextField client = field("admin.platforms.client", "");
    private final TextField deployment = field("admin.platforms.deployment", "1");
    private final TextField auth = field("admin.platforms.auth", "https://lms.example.org/mod/lti/auth.php");
    private final TextField token = field("admin.platforms.token", "https://lms.example.org/mod/lti/token.php");
    private final TextField jwks = field("admin.platforms.jwks", "https://lms.example.org/mod/lti/certs.php");
    private transient @Nullable List<Platform> shown;

    PlatformsPart(Platforms platforms) {
        this.platforms = platforms;
        var add = new Button(getTranslation("admin.platforms.add"), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Details(getTranslation("admin.platforms.new"), ours,
                Layouts.form(issuer, client, deployment, auth, token, jwks, add));
        ours.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        zone.show(said, list, form);
        getContent().add(zone);
        addAttachListener(event -> event.getUI().getPage().fetchCurrentURL(url -> ours(origin(url.toString()))));
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
                list.add(Layouts.quiet(getTranslation("admin.platforms.none")));
                return;
            }
            var rows = Layouts.list();
            now.forEach(platform -> rows.add(Layouts.row(
                    Layouts.line(Layouts.strong(platform.issuer()),
                            platform.enabled()
                                    ? Layouts.state(VaadinIcon.CHECK_CIRCLE, getTranslation("admin.platforms.enabled"),
                                            TextColor.SUCCESS)
                                    : Layouts.state(VaadinIcon.BAN, getTranslation("admin.platforms.disabled"),
                                            TextColor.SECONDARY)),
                    Layouts.quiet(getTranslation("admin.platforms.ids", platform.clientId(),
                            String.join(", ", platform.deployments().stream().sorted().toList()))))));
            list.add(rows);
        });
    }

    /** What the platform's side asks for. */
    private void ours(String origin) {
        ours.removeAll();
        ours.add(Layouts.quiet(getTranslation("admin.platforms.ours")));
        ours.add(new CopyLine(getTranslation("admin.platforms.login"), origin + "/lti/login"));
        ours.add(new CopyLine(getTranslation("admin.platforms.launch"), origin + "/lti/launch"));
        ours.add(new CopyLine(getTranslation("admin.platforms.keys"), origin + "/lti/jwks"));
    }

    private static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private void add() {
        try {
            var platform = platforms.add(Viewer.current().tenant(), issuer.getValue().strip(),
                    client.getValue().strip(),
                    deployment.getValue().strip(), URI.create(auth.getValue().strip()),
                    URI.create(token.getValue().strip()), URI.create(jwks.getValue().strip()));
            said.done(getTranslation("admin.platforms.added", platform.issuer()));
            List.of(issuer, client, deployment, auth, token, jwks).forEach(TextField::clear);
            load();
        } catch (IllegalArgumentException e) {
            said.refused(getTranslation("admin.platforms.refused", String.valueOf(e.getMessage())));
        }
    }

    private TextField field(String key, String example) {
        var field = new TextField(getTranslation(key));
        field.setPlaceholder(example);
        field.setWidth("20rem");
        field.setMaxWidth("100%");
        return field;
    }
}
