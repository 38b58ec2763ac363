// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import org.huifang.api.archive.Edited;

/** What became of a change, in a sentence. */
final class Outcomes {
    private Outcomes() {
    }

    static Component of(Edited edited, String receipt) {
        return switch (edited) {
            case Edited.Taken taken -> Parts.receipt(receipt);
            case Edited.ChangedMeanwhile meanwhile -> Parts.refusal(I18NProvider.translate("me.refused.meanwhile"));
            case Edited.Refused refused -> Parts.refusal(objection(refused.reason()));
            case Edited.Unknown unknown -> Parts.refusal(I18NProvider.translate("me.refused.unknown"));
        };
    }

    /** @param reason as {@link Edited.Refused#reason()} */
    static String objection(String reason) {
        return switch (reason) {
            case "email" -> I18NProvider.translate("me.refused.email");
            case "phone" -> I18NProvider.translate("me.refused.phone");
            case "date" -> I18NProvider.translate("me.refused.date");
            case "empty" -> I18NProvider.translate("me.refused.empty");
            default -> I18NProvider.translate("me.refused.other");
        };
    }
}
