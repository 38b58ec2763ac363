// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platforms;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Which source is believed when two say different things: an order that is changed one step at a time. */
final class SourcesPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient FileKeeping keeping;
    private final transient Platforms platforms;
    private final transient HookSources hooks;
    private final Zone zone = new Zone(getTranslation("admin.sources"));
    private final Div list = new Div();
    private final Select<String> more = new Select<>();
    private transient @Nullable List<String> shown;
    private transient Map<String, String> single = Map.of();

    SourcesPart(FileKeeping keeping, Platforms platforms, HookSources hooks) {
        this.keeping = keeping;
        this.platforms = platforms;
        this.hooks = hooks;
        more.setPlaceholder(getTranslation("admin.sources.add"));
        more.setAriaLabel(getTranslation("admin.sources.add"));
        more.setItemLabelGenerator(this::name);
        more.setWidth("22rem");
        more.setMaxWidth("100%");
        more.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && shown != null) {
                var order = new ArrayList<>(shown);
                order.addFirst(event.getValue());
                set(order);
            }
        });
        zone.show(Pieces.quiet(getTranslation("admin.sources.why")), list, more);
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var each = new LinkedHashMap<String, String>();
            platforms.all(tenant).forEach(platform -> each.put("platform:" + platform.id(), platform.issuer()));
            hooks.names(tenant).forEach(hook -> each.put("hook:" + hook, Words.source("hook:" + hook)));
            single = each;
            show(keeping.ranking(tenant));
        });
    }

    private void show(List<String> order) {
        var rows = Layouts.list();
        for (int i = 0; i < order.size(); i++) {
            var name = Pieces.strong(i + 1 + ". " + name(order.get(i)));
            // the arrows stand below each other
            name.setMinWidth("14rem");
            rows.add(Layouts.row(Layouts.line(name, buttons(order, i))));
        }
        shown = order;
        list.removeAll();
        list.add(rows);
        more.setItems(single.keySet().stream().filter(source -> !order.contains(source)).toList());
        more.setVisible(!order.containsAll(single.keySet()));
    }

    private String name(String source) {
        var known = single.get(source);
        return known != null ? known : source.contains(":") ? source : getTranslation("admin.sources." + source);
    }

    private Component buttons(List<String> order, int at) {
        var buttons = new Div(move(order, at, at - 1, VaadinIcon.ARROW_UP, "admin.sources.up"),
                move(order, at, at + 1, VaadinIcon.ARROW_DOWN, "admin.sources.down"));
        if (order.get(at).contains(":")) {
            var rest = new ArrayList<>(order);
            rest.remove(at);
            var drop = Buttons.quiet(getTranslation("admin.sources.drop"), () -> set(rest));
            buttons.add(drop);
        }
        return buttons;
    }

    private Button move(List<String> order, int from, int to, VaadinIcon icon, String words) {
        var button = new Button(icon.create(), click -> {
            var moved = new ArrayList<>(order);
            Collections.swap(moved, from, to);
            set(moved);
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(words, name(order.get(from))));
        button.setEnabled(to >= 0 && to < order.size());
        return button;
    }

    private void set(List<String> order) {
        var before = shown;
        var tenant = Viewer.current().tenant();
        zone.run(() -> {
            keeping.rank(tenant, order);
            show(order);
            UndoNotice.show(getTranslation("admin.sources.done"), () -> {
                if (before != null) {
                    keeping.rank(tenant, before);
                    show(before);
                }
            });
        });
    }
}
