// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.script.ScriptUse;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** All scripts by the step that they are for; what waits for approval can be looked at alone. */
final class ScriptList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final Select<Status> which = new Select<>();
    private transient @Nullable List<ScriptVersion> shown;

    ScriptList(Desk desk) {
        this.desk = desk;
        which.setAriaLabel(getTranslation("scripts.which"));
        which.setItems(Status.ASKED, Status.DRAFT, Status.LIVE, Status.RETIRED);
        which.setEmptySelectionAllowed(true);
        which.setEmptySelectionCaption(getTranslation("scripts.which.all"));
        which.setItemLabelGenerator(
                status -> status == null ? getTranslation("scripts.which.all") : Desk.word("status", status));
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var status = event.getValue();
                Links.go(ScriptsView.PATH, "state", status == null ? "" : status.name());
            }
        });
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE, MaxWidth.SCREEN_LARGE);
        getContent().add(Layouts.line(which), zone, new NewScript(desk));
    }

    void open(Place place) {
        which.setValue(place.query("state").flatMap(name -> java.util.Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(name)).findFirst()).orElse(null));
        shown = null;
        refresh();
    }

    void refresh() {
        zone.run(() -> {
            var all = desk.studio().all(Desk.tenant());
            if (all.equals(shown)) {
                return;
            }
            shown = all;
            Map<UUID, List<ScriptVersion>> scripts = new LinkedHashMap<>();
            all.forEach(version -> scripts.computeIfAbsent(version.script(), id -> new ArrayList<>()).add(version));
            var wanted = which.getValue();
            if (wanted != null) {
                scripts.values().removeIf(versions -> versions.stream().noneMatch(each -> each.status() == wanted));
            }
            if (scripts.isEmpty()) {
                zone.empty(getTranslation(wanted == null ? "scripts.none" : "scripts.none.fits"),
                        Links.link(getTranslation("scripts.which.all"), ScriptsView.PATH));
                return;
            }
            zone.show(steps(scripts).toArray(Component[]::new));
        });
    }

    private List<Component> steps(Map<UUID, List<ScriptVersion>> scripts) {
        Map<String, Div> steps = new LinkedHashMap<>();
        desk.steps().forEach(step -> steps.put(step, Layouts.slimColumn()));
        scripts.values().forEach(versions -> {
            var part = steps.computeIfAbsent(versions.getFirst().step(), step -> Layouts.slimColumn());
            part.add(row(versions));
        });
        List<Component> parts = new ArrayList<>();
        steps.forEach((step, part) -> {
            if (part.getComponentCount() > 0) {
                var heading = new H2(Desk.step(step));
                heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.Bottom.NONE, Margin.Top.MEDIUM);
                parts.add(heading);
                parts.add(part);
            }
        });
        return parts;
    }

    private Component row(List<ScriptVersion> versions) {
        var newest = versions.getFirst();
        var line = Layouts.line(Links.link(Desk.title(newest), ScriptsView.PATH + "/" + newest.script()),
                Pieces.quiet(desk.course(newest.course())));
        if (!newest.variant().isEmpty()) {
            line.add(Pieces.quiet(getTranslation("scripts.variant.of", newest.variant())));
        }
        for (var version : versions) {
            line.add(Standing.of(version.status()), Pieces.quiet(getTranslation("scripts.version", version.version(),
                    Times.day(version.changed()))));
        }
        line.add(Pieces.quiet(String.join(" · ", newest.languages().stream().map(ScriptList::language).toList())));
        uses(newest).ifPresent(line::add);
        line.addClassNames(Padding.Bottom.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        return line;
    }

    private java.util.Optional<Component> uses(ScriptVersion version) {
        var uses = desk.scripts().uses(Desk.tenant(), version.step()).stream()
                .filter(use -> use.script().equals(version.script())).toList();
        return uses.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(Pieces.quiet(getTranslation("scripts.uses",
                        uses.stream().mapToLong(ScriptUse::calls).sum())));
    }

    static String language(String tag) {
        return switch (tag) {
            case "zh-Hans" -> "简体";
            case "zh-Hant" -> "繁體";
            case "en" -> "English";
            default -> tag;
        };
    }
}
