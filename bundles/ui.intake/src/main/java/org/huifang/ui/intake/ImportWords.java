// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;

/** The words for what the intake speaks of, in the language of the current page. */
final class ImportWords {
    private ImportWords() {
    }

    static String of(ImportState state) {
        return word("intake.state.", state.name());
    }

    static String of(RowKind kind) {
        return word("intake.kind.", kind.name());
    }

    static String of(RowReason reason) {
        return word("intake.reason.", reason.name());
    }

    /** What did not happen, why, and what now. */
    static String of(FileRefused refused) {
        return refused(refused.reason(), refused.line());
    }

    static String refused(FileRefused.Reason reason, long line) {
        String why = word("intake.refused.", reason.name());
        return line == 0 ? why : I18NProvider.translate("intake.refused.at", line) + why;
    }

    /** A column's meaning: a field, the list's id, or none. */
    static String target(String target) {
        return word("intake.field.", target.isEmpty() ? "none" : target);
    }

    /** For use where no page is current. */
    static Map<RowReason, String> reasons() {
        return Arrays.stream(RowReason.values()).collect(Collectors.toMap(r -> r, ImportWords::of));
    }

    private static String word(String prefix, String name) {
        return I18NProvider.translate(prefix + name.toLowerCase(Locale.ROOT));
    }
}
