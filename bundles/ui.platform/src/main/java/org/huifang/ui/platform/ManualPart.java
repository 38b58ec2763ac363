// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.net.URI;
import java.util.List;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.api.platform.Platforms;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.CopyLine;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Zone;

/** Registration by hand: what to copy into the platform, and what to copy back from it. */
final class ManualPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Platforms platforms;
    private final Runnable changed;
    private final Said said = new Said();
    private final TextField issuer = field("platforms.issuer", "https://lms.example.org");
    private final TextField client = field("platforms.client", "");
    private final TextField deployment = field("platforms.deployment", "1");
    private final TextField auth = field("platforms.auth", "https://lms.example.org/mod/lti/auth.php");
    private final TextField token = field("platforms.token", "https://lms.example.org/mod/lti/token.php");
    private final TextField jwks = field("platforms.jwks", "https://lms.example.org/mod/lti/certs.php");

    ManualPart(Platforms platforms, PlatformSetup setup, Runnable changed) {
        this.platforms = platforms;
        this.changed = changed;
        var ours = new Div();
        ours.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        var zone = new Zone(getTranslation("platforms.manual"));
        zone.run(() -> {
            var addresses = setup.addresses();
            ours.add(Pieces.quiet(getTranslation("platforms.manual.ours")),
                    new CopyLine(getTranslation("platforms.manual.tool"), addresses.tool().toString()),
                    new CopyLine(getTranslation("platforms.manual.login"), addresses.login().toString()),
                    new CopyLine(getTranslation("platforms.manual.launch"), addresses.launch().toString()),
                    new CopyLine(getTranslation("platforms.manual.keys"), addresses.keys().toString()),
                    new CopyLine(getTranslation("platforms.manual.pick"), addresses.deepLink().toString()));
        });
        var details = new Details(getTranslation("platforms.manual.open"), ours,
                Pieces.quiet(getTranslation("platforms.manual.theirs")),
                Layouts.form(issuer, client, deployment, auth, token, jwks,
                        new Button(getTranslation("platforms.add"), click -> add())));
        zone.show(said, details);
        getContent().add(zone);
    }

    private void add() {
        try {
            var platform = platforms.add(Viewer.current().tenant(), issuer.getValue().strip(),
                    client.getValue().strip(), deployment.getValue().strip(), URI.create(auth.getValue().strip()),
                    URI.create(token.getValue().strip()), URI.create(jwks.getValue().strip()));
            said.done(getTranslation("platforms.added", platform.issuer()));
            List.of(issuer, client, deployment, auth, token, jwks).forEach(TextField::clear);
            changed.run();
        } catch (IllegalArgumentException e) {
            said.refused(getTranslation("platforms.refused", String.valueOf(e.getMessage())));
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
