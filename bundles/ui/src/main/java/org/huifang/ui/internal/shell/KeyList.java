// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.huifang.ui.Keys;

/** The keys that do something on this page. */
final class KeyList {
    private KeyList() {
    }

    static void show(UI ui) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(ui.getTranslation("ui.keys"));
        var byAction = new LinkedHashMap<String, List<String>>();
        for (var entry : Keys.all(ui)) {
            var parts = entry.split("\t", 2);
            byAction.computeIfAbsent(ui.getTranslation(parts[1]), unused -> new ArrayList<>()).add(parts[0]);
        }
        var list = new DescriptionList();
        list.addClassName(Margin.NONE);
        byAction.forEach((action, keys) -> list.add(row(named(keys), action)));
        dialog.add(list);
        dialog.getFooter().add(new Button(ui.getTranslation("ui.close"), event -> dialog.close()));
        dialog.open();
    }

    /** Several keys of one action as one range: the digits of a list are registered in their order. */
    static String named(List<String> keys) {
        var first = named(keys.getFirst());
        return keys.size() == 1 ? first : first + "–" + named(keys.getLast());
    }

    private static String named(String key) {
        return switch (key) {
            case "ArrowDown" -> "↓";
            case "ArrowUp" -> "↑";
            default -> key;
        };
    }

    private static Component row(String keys, String action) {
        var term = new DescriptionList.Term(keys);
        term.addClassName(FontWeight.SEMIBOLD);
        term.setMinWidth("6rem");
        var what = new DescriptionList.Description(action);
        what.addClassName(Margin.NONE);
        var row = new Div(term, what);
        row.addClassNames(Display.FLEX, Gap.MEDIUM, Padding.Vertical.XSMALL);
        return row;
    }
}
