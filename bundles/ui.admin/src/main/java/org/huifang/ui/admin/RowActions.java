// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.function.Supplier;
import org.huifang.api.installer.Installer;
import org.huifang.api.installer.Result;
import org.huifang.ui.parts.Layouts;

/** Remove and back to the former version: each first says what it would do, in the row. */
final class RowActions extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String title;
    private final transient Installer installer;
    private final transient Changing changing;
    private final Div preview = new Div();

    RowActions(String name, String title, boolean former, Installer installer, Changing changing) {
        this.name = name;
        this.title = title;
        this.installer = installer;
        this.changing = changing;
        var buttons = Layouts.line();
        if (former) {
            buttons.add(small(new Button(getTranslation("admin.bundles.revert"),
                    click -> preview("admin.bundles.revert.now", () -> installer.revert(name), false))));
        }
        buttons.add(small(new Button(getTranslation("admin.bundles.remove"),
                click -> preview("admin.bundles.remove.now", () -> installer.remove(name), true))));
        preview.setVisible(false);
        preview.addClassNames(Background.CONTRAST_5, BorderRadius.MEDIUM, Padding.MEDIUM);
        getContent().add(buttons, preview);
    }

    private void preview(String verb, Supplier<Result> operation, boolean removal) {
        var sentence = new Paragraph(Effects.sentence(installer.effect(name), removal));
        sentence.addClassName(Margin.NONE);
        var now = new Button(getTranslation(verb, title), click -> {
            preview.setVisible(false);
            changing.run(title, operation);
        });
        now.addThemeVariants(removal ? ButtonVariant.LUMO_ERROR : ButtonVariant.LUMO_PRIMARY);
        var not = new Button(getTranslation("admin.bundles.keep"), click -> preview.setVisible(false));
        preview.removeAll();
        preview.add(sentence, Layouts.line(now, not));
        preview.setVisible(true);
        now.focus();
    }

    private static Button small(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
