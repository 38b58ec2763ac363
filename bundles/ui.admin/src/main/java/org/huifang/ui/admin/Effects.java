// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import org.huifang.api.installer.Effect;

/** What an operation would do, in sentences. */
final class Effects {
    private Effects() {
    }

    static String sentence(Effect effect, boolean removal) {
        var sentences = new ArrayList<String>();
        var brings = Brings.sentence(effect.brings());
        if (brings.isEmpty()) {
            sentences.add(I18NProvider.translate("admin.effect.nothing"));
        } else {
            sentences.add(I18NProvider.translate(removal ? "admin.effect.gone" : "admin.effect.away", brings));
        }
        if (removal && !effect.dependants().isEmpty()) {
            sentences.add(I18NProvider.translate("admin.effect.dependants", String.join(", ", effect.dependants())));
        }
        if (!removal && !effect.restarted().isEmpty()) {
            sentences.add(I18NProvider.translate("admin.effect.restarted", String.join(", ", effect.restarted())));
        }
        if (effect.endsSessions()) {
            sentences.add(I18NProvider.translate("admin.effect.sessions"));
        }
        return String.join(" ", sentences);
    }
}
