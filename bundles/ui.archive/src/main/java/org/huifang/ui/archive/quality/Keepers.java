// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.KeeperQuality;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Zone;

/** What state the files of each colleague are in, by name: a count of everything they keep, and no ranking. */
final class Keepers extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Zone zone = new Zone(getTranslation("quality.keepers"));

    Keepers() {
        getContent().add(zone);
        setVisible(false);
    }

    /** @param names of the accounts that are known */
    void show(List<KeeperQuality> keepers, Map<UUID, String> names) {
        setVisible(!keepers.isEmpty());
        zone.show(Layouts.list(keepers.stream().map(keeper -> new Named(names.getOrDefault(keeper.keeper(),
                getTranslation("quality.keepers.gone")), keeper)).sorted((a, b) -> a.name.compareTo(b.name))
                .map(Keepers::row).toArray(Component[]::new)));
    }

    private record Named(String name, KeeperQuality quality) {}

    private static ListItem row(Named keeper) {
        return Measures.row(keeper.name, keeper.quality.files(),
                Measures.of("quality.completeness", keeper.quality.completeness()),
                Measures.of("quality.currentness", keeper.quality.currentness()));
    }
}
