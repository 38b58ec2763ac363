// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.huifang.api.installer.Brought;

/** What bundles bring, in words: {@code 2 views (files, today), 1 job}. */
final class Brings {
    private static final List<String> KINDS = List.of("view", "channel", "metric", "command", "page", "resource", "job",
            "service");

    private Brings() {
    }

    static String sentence(List<Brought> brings) {
        var byKind = brings.stream().collect(Collectors.groupingBy(Brought::kind, LinkedHashMap::new,
                Collectors.mapping(Brings::name, Collectors.toList())));
        return KINDS.stream().filter(byKind::containsKey).map(kind -> {
            var names = byKind.getOrDefault(kind, List.of());
            var count = I18NProvider.translate("admin.brings." + kind, names.size());
            return kind.equals("view") || kind.equals("channel") || kind.equals("metric")
                    ? I18NProvider.translate("admin.brings.named", count, String.join(", ", names))
                    : count;
        }).collect(Collectors.joining(" · "));
    }

    /** Without the package, where something is named by its class. */
    private static String name(Brought brought) {
        return brought.kind().equals("metric")
                ? brought.name().substring(brought.name().lastIndexOf('.') + 1)
                : brought.name();
    }
}
