// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.huifang.api.identity.InvalidAccount;

/** Why an account was not created or changed, in a sentence. */
final class Reasons {
    private Reasons() {
    }

    static String of(InvalidAccount.Reason reason) {
        return I18NProvider.translate("admin.invalid." + reason.name().toLowerCase(Locale.ROOT));
    }
}
