// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who may send hooks. A secret is shown once, in place, until the page is left. */
final class HooksPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient HookSources hooks;
    private final transient Platforms platforms;
    private final Zone zone = new Zone(getTranslation("admin.hooks"));
    private final Said said = new Said();
    private final Div secret = new Div();
    private final Div list = new Div();
    private final TextField name = new TextField(getTranslation("admin.hooks.name"));
    private final Select<Platform> platform = new Select<>();
    private transient @Nullable List<String> shown;

    HooksPart(HookSources hooks, Platforms platforms) {
        this.hooks = hooks;
        this.platforms = platforms;
        name.setManualValidation(true);
        name.setHelperText(getTranslation("admin.hooks.name.rule"));
        platform.setLabel(getTranslation("admin.hooks.platform"));
        platform.setEmptySelectionAllowed(true);
        platform.setEmptySelectionCaption(getTranslation("admin.hooks.noplatform"));
        platform.setItemLabelGenerator(
                each -> each == null ? getTranslation("admin.hooks.noplatform") : each.issuer());
        platform.setMinWidth("18rem");
        var add = new Button(getTranslation("admin.hooks.add"), click -> add());
        zone.show(said, secret, list, Layouts.form(name, platform, add));
        getContent().add(zone);
    }

    void load() {
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var chosen = platform.getValue();
            var all = platforms.all(tenant);
            if (!all.equals(platform.getListDataView().getItems().toList())) {
                platform.setItems(all);
                platform.setValue(all.contains(chosen) ? chosen : null);
            }
            var names = hooks.names(tenant);
            if (names.equals(shown)) {
                return;
            }
            shown = names;
            list.removeAll();
            if (names.isEmpty()) {
                list.add(Layouts.quiet(getTranslation("admin.hooks.none")));
            }
            var rows = Layouts.list();
            names.forEach(each -> {
                var rotate = new Button(getTranslation("admin.hooks.rotate"), click -> rotate(each));
                rotate.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                rows.add(Layouts.row(Layouts.line(Layouts.strong(each), Layouts.quiet("/hooks/" + each), rotate)));
            });
            list.add(rows);
        });
    }

    private void add() {
        var wanted = name.getValue().strip();
        try {
            var of = platform.getValue();
            secret(wanted, hooks.add(Viewer.current().tenant(), wanted, of == null ? null : of.id()));
            said.done(getTranslation("admin.hooks.added", wanted));
            name.setInvalid(false);
            name.clear();
            load();
        } catch (IllegalArgumentException e) {
            name.setErrorMessage(getTranslation("admin.hooks.refused"));
            name.setInvalid(true);
            name.focus();
        }
    }

    private void rotate(String source) {
        secret(source, hooks.rotate(Viewer.current().tenant(), source));
        said.done(getTranslation("admin.hooks.rotated", source));
    }

    private void secret(String source, String value) {
        secret.removeAll();
        secret.add(new CopyLine(getTranslation("admin.hooks.secret", source), value));
    }
}
