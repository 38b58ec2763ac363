// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.List;
import org.huifang.api.script.ScriptVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** Which script this is, for what, in which version; earlier ones are a choice away. */
final class Heading extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    Heading(Desk desk, Work work, List<ScriptVersion> versions) {
        var version = work.version();
        var title = new H2(Desk.title(version));
        title.addClassNames(FontSize.LARGE, Margin.NONE);
        var about = Layouts.line(title, Standing.of(version.status()));
        if (!version.name().isBlank()) {
            about.add(Pieces.quiet(Desk.step(version.step())));
        }
        about.add(Pieces.quiet(desk.course(version.course())));
        if (!version.variant().isEmpty()) {
            about.add(Pieces.quiet(getTranslation("scripts.variant.of", version.variant())));
        }
        var which = new Select<ScriptVersion>();
        which.setAriaLabel(getTranslation("scripts.versions"));
        which.setItems(versions);
        which.setItemLabelGenerator(each -> getTranslation("scripts.version.of", each.version(),
                Desk.word("status", each.status())));
        versions.stream().filter(each -> each.version() == version.version()).findFirst().ifPresent(which::setValue);
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Links.go(ScriptsView.PATH + "/" + version.script(), "version", event.getValue().version());
            }
        });
        about.add(which);
        getContent().add(about);
        if (work.open()) {
            getContent().add(name(work));
        }
    }

    private TextField name(Work work) {
        var name = new TextField(getTranslation("scripts.name"));
        name.setValue(work.version().name());
        name.setPlaceholder(Desk.step(work.version().step()));
        name.setMaxLength(200);
        name.setWidth("20rem");
        name.setMaxWidth("100%");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValueChangeTimeout(NodeEditor.PAUSE_MS);
        name.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                work.name(event.getValue().strip());
            }
        });
        return name;
    }
}
