// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.Role;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Words;

/** The form for a new account; what does not do is said beside the field concerned. */
final class NewPerson extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /** The roles that an account can have; the others come from a launch. */
    static final List<Role> STAFF = List.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    private final transient Accounts accounts;
    private final transient Consumer<Account> added;
    private final TextField displayName = new TextField(getTranslation("admin.people.displayname"));
    private final TextField name = new TextField(getTranslation("admin.people.name"));
    private final PasswordField password = new PasswordField(getTranslation("admin.people.password"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("admin.people.roles"));

    NewPerson(Accounts accounts, Consumer<Account> added) {
        this.accounts = accounts;
        this.added = added;
        name.setAutocomplete(Autocomplete.OFF);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        for (var field : List.of(displayName, name)) {
            field.setManualValidation(true);
            field.setRequiredIndicatorVisible(true);
        }
        password.setManualValidation(true);
        // the component has no setter for what its button is called
        password.getElement().executeJs("setTimeout(() => { this.i18n = { reveal: $0 }; }, 100)",
                getTranslation("ui.password.show"));
        password.setRequiredIndicatorVisible(true);
        roles.setItems(STAFF);
        roles.setItemLabelGenerator(Words::of);
        roles.setValue(Set.of(Role.AGENT));
        var add = Buttons.primary(getTranslation("admin.people.create"), this::create);
        getContent().add(Layouts.form(displayName, name, password, roles, add));
    }

    private void create() {
        for (var field : List.<HasValidation>of(displayName, name, password, roles)) {
            field.setInvalid(false);
        }
        var shown = displayName.getValue().isBlank() ? name.getValue() : displayName.getValue();
        try {
            var account = accounts.create(Viewer.current().tenant(), name.getValue().strip(), shown.strip(),
                    password.getValue(), roles.getValue());
            displayName.clear();
            name.clear();
            password.clear();
            roles.setValue(Set.of(Role.AGENT));
            added.accept(account);
        } catch (InvalidAccount e) {
            var concerned = switch (e.reason()) {
                case NAME_TAKEN, NAME_EMPTY -> name;
                case PASSWORD_SHORT, PASSWORD_COMMON -> password;
                default -> roles;
            };
            concerned.setErrorMessage(Reasons.of(e.reason()));
            concerned.setInvalid(true);
        }
    }
}
