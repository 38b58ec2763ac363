// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import java.util.List;
import java.util.UUID;
import org.huifang.api.script.ScriptVersion;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One version of a script: its nodes, the one that is worked on, and the conversation that comes of it. */
final class StudioPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private @Nullable UUID script;
    private int wanted;
    private @Nullable String node;
    private String language = "zh-Hans";
    private transient @Nullable Parts parts;

    /** What stands on the page while it shows one version. */
    private record Parts(Work work, NodeList nodes, NodeEditor editor, Preview preview, FindingList findings,
            PastPart past, Div notice) {
        void refresh() {
            nodes.refresh();
            editor.refresh();
            preview.refresh();
            findings.refresh();
            past.refresh();
        }
    }

    StudioPage(Desk desk) {
        this.desk = desk;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(Links.link(getTranslation("scripts.back"), ScriptsView.PATH), zone);
    }

    void open(Place place) {
        var id = place.id(0).orElse(null);
        int version = place.query("version").filter(text -> text.matches("[0-9]{1,6}")).map(Integer::parseInt)
                .orElse(0);
        language = place.query("lang").filter(NodeEditor.LANGUAGES::contains).orElseGet(this::own);
        node = place.query("node").orElse(null);
        var shown = id != null && id.equals(script) && version == wanted ? parts : null;
        script = id;
        wanted = version;
        if (shown == null) {
            load();
        } else {
            show(shown);
        }
    }

    /** After something was committed: what is being typed stays, and a colleague's change is said. */
    void refresh() {
        var shown = parts;
        if (shown == null) {
            return;
        }
        zone.run(() -> {
            var known = shown.work.version();
            var now = desk.studio().versions(Desk.tenant(), known.script()).stream()
                    .filter(each -> each.version() == known.version()).findFirst().orElse(null);
            if (now == null || now.status() != known.status()) {
                load();
            } else if (now.edition() > known.edition()) {
                changedBySomebodyElse();
            }
        });
    }

    private String own() {
        var tag = getLocale().toLanguageTag();
        return NodeEditor.LANGUAGES.contains(tag) ? tag : NodeEditor.LANGUAGES.getFirst();
    }

    private void load() {
        zone.run(() -> {
            List<ScriptVersion> versions = script == null
                    ? List.of()
                    : desk.studio().versions(Desk.tenant(), script);
            var shown = versions.stream().filter(each -> wanted == 0 || each.version() == wanted).findFirst()
                    .or(() -> versions.stream().findFirst());
            if (shown.isEmpty()) {
                parts = null;
                zone.show(new EmptyState(VaadinIcon.COMMENTS_O, getTranslation("scripts.unknown"),
                        getTranslation("scripts.unknown.why")));
                return;
            }
            build(shown.get(), versions);
        });
    }

    private void build(ScriptVersion version, List<ScriptVersion> versions) {
        var status = new Zone();
        var work = new Work(desk, version, status, this::changedBySomebodyElse);
        var made = new Parts(work, new NodeList(work, this::choose), new NodeEditor(work, this::choose),
                new Preview(work, this::speak), new FindingList(work, this::choose), new PastPart(desk, work, versions),
                new Div());
        parts = made;
        work.follow(made::refresh);
        made.notice.getElement().setAttribute("role", "alert");
        var columns = new Div(column(Layouts.slimColumn(made.nodes, made.findings), "1 1 13rem"),
                column(made.editor, "3 1 26rem"),
                column(made.preview, "2 1 17rem"));
        columns.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.START, Gap.LARGE);
        zone.show(new Heading(desk, work, versions), status, new Decisions(desk, work, versions, this::load),
                made.notice,
                columns, made.past);
        show(made);
    }

    private static Component column(Component part, String flex) {
        var column = new Div(part);
        column.addClassName(MinWidth.NONE);
        column.getStyle().set("flex", flex);
        return column;
    }

    private void show(Parts shown) {
        if (node == null || shown.work.version().node(node).isEmpty()) {
            node = shown.work.nodes().stream().findFirst().map(ScriptVersion.Node::id).orElse(null);
        }
        shown.nodes.show(node, language);
        shown.editor.show(node);
        shown.preview.show(language);
    }

    private void choose(@Nullable String id) {
        node = id;
        rewrite();
    }

    private void speak(String in) {
        language = in;
        rewrite();
    }

    private void rewrite() {
        if (parts != null) {
            show(parts);
            Links.rewrite(ScriptsView.PATH + "/" + script, "version", wanted == 0 ? "" : wanted, "node", node, "lang",
                    language);
        }
    }

    private void changedBySomebodyElse() {
        if (parts != null && parts.notice.getComponentCount() == 0) {
            parts.notice.add(Layouts.line(Pieces.wideSentence(getTranslation("scripts.changed")),
                    Buttons.small(getTranslation("scripts.reread"), this::load)));
        }
    }
}
