// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FileQuality;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** Which colleague keeps this file. */
final class KeeperLine extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient @Nullable FileQuality quality;
    private final Select<UUID> choice = new Select<>();
    private final transient Map<UUID, String> names = new LinkedHashMap<>();
    private @Nullable UUID learner;

    KeeperLine(Desk desk, @Nullable FileQuality quality) {
        this.desk = desk;
        this.quality = quality;
        var label = Pieces.quiet(getTranslation("files.keeper"));
        choice.setAriaLabel(getTranslation("files.keeper"));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("files.keeper.none"));
        choice.setItemLabelGenerator(
                id -> id == null ? getTranslation("files.keeper.none") : names.getOrDefault(id, ""));
        choice.addValueChangeListener(event -> {
            var file = learner;
            if (event.isFromClient() && file != null) {
                name(file, event.getValue());
                UndoNotice.show(getTranslation("files.keeper.done"), () -> {
                    name(file, event.getOldValue());
                    // another file may be open by now
                    if (file.equals(learner)) {
                        choice.setValue(event.getOldValue());
                    }
                });
            }
        });
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL);
        getContent().add(label, choice);
    }

    /** Of the file as it is now; on a past day there is nothing to choose. */
    void show(UUID file, boolean past) {
        learner = file;
        var accounts = desk.accounts();
        setVisible(!past && quality != null && accounts != null);
        if (!isVisible() || quality == null || accounts == null) {
            return;
        }
        var tenant = Viewer.current().tenant();
        var keeper = quality.keeper(tenant, file).orElse(null);
        var known = new LinkedHashMap<UUID, String>();
        accounts.all(tenant).stream().filter(account -> !account.disabled() || account.id().equals(keeper))
                .forEach(account -> known.put(account.id(), Desk.shown(account)));
        if (keeper != null) {
            // an account that is gone still stands there
            known.putIfAbsent(keeper, keeper.toString());
        }
        if (!known.equals(names)) {
            names.clear();
            names.putAll(known);
            choice.setItems(names.keySet());
        }
        if (!Objects.equals(choice.getValue(), keeper)) {
            choice.setValue(keeper);
        }
    }

    private void name(UUID file, @Nullable UUID account) {
        desk.decide(new Fact.KeeperNamed(file, account, Desk.author(), desk.clock().instant()));
    }
}
