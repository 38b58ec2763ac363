// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextAlignment;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Width;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huifang.api.calendar.Pack;
import org.huifang.api.calendar.Span;

/** What a pack says of each channel: the hours that are left, those that are spared, and free days. */
final class ChannelTable extends Composite<NativeTable> {
    private static final long serialVersionUID = 1L;
    private static final Comparator<String> OTHERS_LAST = Comparator.comparing(Pack.OTHERS::equals);

    ChannelTable(Pack pack) {
        var table = getContent();
        table.addClassNames(Width.FULL);
        table.getStyle().set("border-collapse", "collapse");
        table.getElement().setAttribute("aria-label", getTranslation("policies.hours"));
        var head = table.getHead().addRow();
        for (var key : List.of("policies.channel", "policies.allowed", "policies.rest", "policies.freedays")) {
            head(head.addHeaderCell(), getTranslation(key));
        }
        var channels = new TreeSet<>(OTHERS_LAST.thenComparing(Comparator.naturalOrder()));
        channels.addAll(pack.allowed().keySet());
        channels.addAll(pack.rest().keySet());
        channels.addAll(pack.holidays());
        channels.add(Pack.OTHERS);
        for (var channel : channels) {
            var row = table.getBody().addRow();
            var name = row.addHeaderCell();
            head(name, PolicyWords.channel(channel));
            name.getElement().setAttribute("scope", "row");
            boolean banned = pack.banned().containsKey(channel);
            cell(row.addDataCell(), banned
                    ? getTranslation("policies.hours.banned")
                    : hours(pack.allowed(), channel, getTranslation("policies.hours.any")));
            cell(row.addDataCell(), banned ? "–" : hours(pack.rest(), channel, "–"));
            boolean free = pack.holidays().contains(channel) || pack.holidays().contains(Pack.OTHERS);
            cell(row.addDataCell(), getTranslation(free && !banned ? "policies.yes" : "policies.no"));
        }
    }

    private static String hours(Map<String, List<Span>> byChannel, String channel, String none) {
        var own = byChannel.get(channel);
        var spans = own != null ? own : byChannel.getOrDefault(Pack.OTHERS, List.of());
        return spans.isEmpty() ? none : SpanText.write(spans);
    }

    private static void head(NativeTableHeaderCell cell, String text) {
        cell.setText(text);
        cell.getElement().setAttribute("scope", "col");
        // a heading breaks between words only
        cell.getStyle().set("vertical-align", "top").set("word-break", "keep-all").set("overflow-wrap", "normal");
        cell.addClassNames(Padding.SMALL, TextAlignment.LEFT, FontSize.SMALL, FontWeight.NORMAL, TextColor.SECONDARY,
                Border.BOTTOM, BorderColor.CONTRAST_10);
    }

    private static void cell(NativeTableCell cell, String text) {
        cell.setText(text);
        cell.getStyle().set("vertical-align", "top");
        cell.addClassNames(Padding.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
    }
}
