// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Map;
import org.huifang.api.calendar.Pack;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Which policy pack holds, what it says on each channel, and where that stands. */
final class PackPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("policies.pack"));
    private final Select<String> choice = new Select<>();
    private final Div said = Layouts.column();
    private transient @Nullable Pack shown;

    PackPart(Desk desk) {
        this.desk = desk;
        choice.setLabel(getTranslation("policies.pack.choose"));
        choice.setItemLabelGenerator(PolicyWords::pack);
        choice.setWidth("20rem");
        choice.setMaxWidth("100%");
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                choose(event.getValue());
            }
        });
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            Pack pack = desk.calendars().pack(Desk.tenant());
            if (shown == null) {
                choice.setItems(desk.calendars().packs().stream().map(Pack::name).toList());
                zone.show(Pieces.note(getTranslation("policies.pack.why")), choice, said);
            }
            if (!pack.equals(shown)) {
                shown = pack;
                choice.setValue(pack.name());
                said.removeAll();
                said.add(new ChannelTable(pack));
                pack.banned().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .forEach(ban -> said.add(ban(ban.getKey(), ban.getValue())));
                said.add(sources(pack));
            }
        });
    }

    private Component ban(String channel, String reason) {
        var icon = Pieces.icon(VaadinIcon.BAN);
        var why = Chinese.marked(new Span(reason), reason);
        var sentence = new Paragraph(icon,
                new Span(" " + getTranslation("policies.banned", PolicyWords.channel(channel)) + " "), why);
        sentence.addClassNames(Margin.NONE, TextColor.ERROR);
        sentence.setMaxWidth("75ch");
        return sentence;
    }

    private Component sources(Pack pack) {
        var list = Layouts.list();
        pack.sources().forEach(source -> list.add(Layouts.row(source(source))));
        return Layouts.column(Pieces.strong(getTranslation("policies.sources", Times.day(pack.asOf()))), list);
    }

    /** An address and what it says, or only a sentence. */
    private static Component source(String source) {
        String[] parts = source.split(" ", 2);
        if (parts.length < 2 || !parts[0].startsWith("https://") && !parts[0].startsWith("http://")) {
            return Pieces.quiet(source);
        }
        var link = new Anchor(parts[0], parts[1]);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return Chinese.marked(link, parts[1]);
    }

    private void choose(String name) {
        var before = shown;
        if (!zone.run(() -> desk.calendars().choosePack(Desk.tenant(), name))) {
            return;
        }
        load();
        if (before != null) {
            UndoNotice.show(getTranslation("policies.pack.done", PolicyWords.pack(name)), () -> {
                desk.calendars().choosePack(Desk.tenant(), before.name());
                load();
            });
        }
    }
}
