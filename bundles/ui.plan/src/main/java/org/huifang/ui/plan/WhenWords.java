// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.huifang.api.revisit.When;

/** Conditions as a sentence. */
final class WhenWords {
    private WhenWords() {
    }

    static String of(When when) {
        return switch (when) {
            case When.All all -> joined(all.parts(), "triggers.and", "triggers.always");
            case When.Any any -> joined(any.parts(), "triggers.or", "triggers.never");
            case When.Not not -> I18NProvider.translate("triggers.notso", of(not.part()));
            default -> Leaf.of(when).map(leaf -> I18NProvider.translate("triggers.says." + leaf.key(),
                    Leaf.numbers(when).toArray())).orElseThrow();
        };
    }

    private static String joined(List<When> parts, String with, String none) {
        if (parts.isEmpty()) {
            return I18NProvider.translate(none);
        }
        return parts.stream().map(part -> composed(part) && parts.size() > 1
                ? I18NProvider.translate("triggers.bracket", of(part))
                : of(part)).reduce((a, b) -> I18NProvider.translate(with, a, b)).orElseThrow();
    }

    private static boolean composed(When when) {
        return when instanceof When.All all && all.parts().size() > 1
                || when instanceof When.Any any && any.parts().size() > 1;
    }
}
