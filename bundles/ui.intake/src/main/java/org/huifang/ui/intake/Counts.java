// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.RowKind;

/** How many rows of each kind; the total and its parts in one sentence, so that nobody vanishes. */
final class Counts {
    private Counts() {
    }

    static String sentence(Map<RowKind, Long> counts) {
        String parts = Arrays.stream(RowKind.values()).filter(kind -> counts.getOrDefault(kind, 0L) > 0)
                .map(kind -> I18NProvider.translate("intake.count", ImportWords.of(kind), counts.get(kind)))
                .collect(Collectors.joining(" + "));
        return I18NProvider.translate("intake.sum", ImportRun.sum(counts), parts.isEmpty() ? "0" : parts);
    }
}
