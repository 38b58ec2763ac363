// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import org.huifang.ui.Keys;

/** The keys that do something on this page. */
final class KeyList {
    private KeyList() {
    }

    static void show(UI ui) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(ui.getTranslation("ui.keys"));
        var list = new DescriptionList();
        for (var entry : Keys.all(ui)) {
            var parts = entry.split("\t", 2);
            list.add(new DescriptionList.Term(parts[0]));
            list.add(new DescriptionList.Description(ui.getTranslation(parts[1])));
        }
        dialog.add(list);
        dialog.getFooter().add(new Button(ui.getTranslation("ui.close"), event -> dialog.close()));
        dialog.open();
    }
}
