// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.segment.Listed;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/** What a line of the list can show beside the name. */
enum Column {
    CONTACT, COURSES, PROGRESS, ACTIVE, TAGS, KEEPER;

    static final List<Column> USUAL = List.of(CONTACT, PROGRESS, ACTIVE, TAGS);

    /** Those of these keys, in the order of the list; the usual ones when there are none. */
    static List<Column> of(Collection<String> keys) {
        var chosen = Arrays.stream(values()).filter(column -> keys.contains(column.key())).toList();
        return chosen.isEmpty() ? USUAL : chosen;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return I18NProvider.translate("list.column." + key());
    }

    /** @param names of keepers */
    String text(Listed file, Map<UUID, String> names) {
        return switch (this) {
            case CONTACT -> String.join(" · ", Stream.of(file.phone() == null ? null : Mask.phone(file.phone()),
                    file.email() == null ? null : Mask.email(file.email())).filter(Objects::nonNull).toList());
            case COURSES -> I18NProvider.translate("files.courses", file.courses());
            case PROGRESS -> file.course() == null || file.stage() == null
                    ? ""
                    : I18NProvider.translate("list.progress", file.course(), Words.of(file.stage()), file.progress());
            case ACTIVE -> file.lastActivity() == null
                    ? I18NProvider.translate("files.never")
                    : I18NProvider.translate("files.last", Times.stamp(file.lastActivity()));
            case TAGS -> String.join(" · ", file.tags());
            case KEEPER -> file.keeper() == null ? "" : names.getOrDefault(file.keeper(), "");
        };
    }
}
