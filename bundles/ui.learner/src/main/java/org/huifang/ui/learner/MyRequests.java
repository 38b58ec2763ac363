// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.i18n.I18NProvider;
import org.huifang.api.consent.ChangeRequest;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/** What became of what the learner asked for. */
final class MyRequests {
    private MyRequests() {
    }

    static String sentence(ChangeRequest request) {
        var field = Words.field(request.field());
        var accepted = request.accepted();
        if (accepted == null) {
            return I18NProvider.translate("me.request.open", Times.stamp(request.at()), field, request.value());
        }
        return accepted
                ? I18NProvider.translate("me.request.accepted", Times.stamp(request.at()), field, request.value())
                : I18NProvider.translate("me.request.refused", Times.stamp(request.at()), field, request.value(),
                        request.reason());
    }
}
