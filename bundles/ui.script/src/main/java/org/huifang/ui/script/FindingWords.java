// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.huifang.api.script.Finding;

/** What is wrong, and at which place, in a sentence. */
final class FindingWords {
    private FindingWords() {
    }

    static String of(Finding finding) {
        return I18NProvider.translate("scripts.problem." + finding.problem().name().toLowerCase(Locale.ROOT),
                finding.detail(), finding.at() + 1, finding.branch() + 1,
                finding.language().isEmpty() ? "" : ScriptList.language(finding.language()));
    }
}
