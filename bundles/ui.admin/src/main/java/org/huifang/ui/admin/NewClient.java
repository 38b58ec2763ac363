// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Scope;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** The form for a new program; what does not do is said beside the field concerned. */
final class NewClient extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "[a-z0-9-]{1,40}";

    /** How it shows who it is. */
    enum Keys {
        API, GIVEN, AT
    }

    private final transient Clients clients;
    private final transient Consumer<Clients.Added> added;
    private final TextField name = new TextField(getTranslation("admin.clients.name"));
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>(getTranslation("admin.clients.scopes"));
    private final RadioButtonGroup<Keys> keys = new RadioButtonGroup<>(getTranslation("admin.clients.keys"));
    private final TextArea given = new TextArea(getTranslation("admin.clients.publickey"));
    private final TextField address = new TextField(getTranslation("admin.clients.address"));

    /** @param running runs what may fail, and says so in place */
    NewClient(Clients clients, Consumer<Runnable> running, Consumer<Clients.Added> added) {
        this.clients = clients;
        this.added = added;
        name.setHelperText(getTranslation("admin.clients.name.rule"));
        name.setAutocomplete(Autocomplete.OFF);
        name.setManualValidation(true);
        name.setRequiredIndicatorVisible(true);
        scopes.setItems(Scope.values());
        scopes.setRenderer(new ComponentRenderer<>(NewClient::scope));
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        scopes.setManualValidation(true);
        scopes.setRequiredIndicatorVisible(true);
        keys.setItems(Keys.values());
        keys.setItemLabelGenerator(one -> getTranslation("admin.clients.keys.how."
                + one.name().toLowerCase(Locale.ROOT)));
        keys.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        keys.setValue(Keys.API);
        keys.addValueChangeListener(event -> show());
        given.setHelperText(getTranslation("admin.clients.publickey.rule"));
        given.setManualValidation(true);
        given.setMinRows(4);
        address.setHelperText(getTranslation("admin.clients.address.rule"));
        address.setPlaceholder("https://example.org/jwks.json");
        address.setManualValidation(true);
        for (var field : List.<HasSize>of(name, given, address)) {
            field.setWidth("36rem");
            field.setMaxWidth("100%");
        }
        var form = Layouts.slimColumn(name, scopes, keys, given, address,
                Buttons.primary(getTranslation("admin.clients.create"), () -> running.accept(this::create)));
        form.addClassName(AlignItems.START);
        getContent().add(form);
        show();
    }

    private static Div scope(Scope scope) {
        var key = Pieces.strong(scope.key());
        // the sentences begin below each other
        key.setMinWidth("8.5rem");
        return Layouts.line(key, Pieces.quiet(
                I18NProvider.translate("admin.clients.scope." + scope.name().toLowerCase(Locale.ROOT))));
    }

    private void show() {
        given.setVisible(keys.getValue() == Keys.GIVEN);
        address.setVisible(keys.getValue() == Keys.AT);
    }

    private void create() {
        for (var field : List.<HasValidation>of(name, scopes, given, address)) {
            field.setInvalid(false);
        }
        var called = name.getValue().strip();
        var tenant = Viewer.current().tenant();
        if (!called.matches(NAME)) {
            wrong(name, "admin.clients.name.wrong");
            name.focus();
        } else if (clients.all(tenant).stream().anyMatch(one -> one.name().equals(called))) {
            wrong(name, "admin.clients.name.taken");
            name.focus();
        } else if (scopes.getValue().isEmpty()) {
            wrong(scopes, "admin.clients.scopes.none");
            scopes.getChildren().findFirst().ifPresent(box -> box.getElement().callJsFunction("focus"));
        } else {
            create(called);
        }
    }

    private void create(String called) {
        var tenant = Viewer.current().tenant();
        var may = scopes.getValue();
        Clients.Added made;
        try {
            made = switch (keys.getValue()) {
                case API -> clients.add(tenant, called, may, null);
                case GIVEN -> clients.add(tenant, called, may, given.getValue().strip());
                case AT -> clients.add(tenant, called, may, URI.create(address.getValue().strip()), false);
            };
        } catch (IllegalArgumentException e) {
            if (keys.getValue() == Keys.AT) {
                wrong(address, "admin.clients.address.wrong");
                address.focus();
            } else {
                wrong(given, "admin.clients.publickey.wrong");
                given.focus();
            }
            return;
        }
        name.clear();
        scopes.clear();
        given.clear();
        address.clear();
        keys.setValue(Keys.API);
        added.accept(made);
    }

    private void wrong(HasValidation field, String sentence) {
        field.setErrorMessage(getTranslation(sentence));
        field.setInvalid(true);
    }
}
