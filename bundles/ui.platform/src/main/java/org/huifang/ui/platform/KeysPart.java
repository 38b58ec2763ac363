// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Zone;

/** A new key of the tool. The old one goes on signing for a day, so nothing breaks and nothing needs undoing. */
final class KeysPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    KeysPart(PlatformSetup setup) {
        var said = new Said();
        var zone = new Zone(getTranslation("platforms.keys"));
        zone.show(Pieces.quiet(getTranslation("platforms.keys.why")), said,
                Layouts.form(new Button(getTranslation("platforms.keys.rotate"), click -> zone
                        .run(() -> said.done(getTranslation("platforms.keys.rotated", setup.rotateKey()))))));
        getContent().add(zone);
    }
}
