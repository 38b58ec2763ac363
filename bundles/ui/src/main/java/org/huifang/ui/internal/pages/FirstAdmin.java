// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.pages;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.ui.internal.host.People;

/** Behind the one-time link of the first start: the first admin chooses name and password. */
public final class FirstAdmin extends Composite<VerticalLayout> {
    private static final long serialVersionUID = 1L;
    private final transient People people;
    private final String token;
    private final transient Runnable done;
    private final TextField name = new TextField();
    private final TextField displayName = new TextField();
    private final PasswordField password = new PasswordField();

    public FirstAdmin(People people, String token, Runnable done) {
        this.people = people;
        this.token = token;
        this.done = done;
        getElement().executeJs("const all = () => this.querySelectorAll('vaadin-password-field').forEach(field => "
                + "{ field.i18n = { reveal: $0 }; }); all(); setTimeout(all, 100);",
                getTranslation("ui.password.show"));
        var accounts = people.accounts().orElse(null);
        if (accounts == null) {
            getContent().add(Notices.of("ui.signin.away", "ui.signin.away.why"));
        } else if (!accounts.isFirstAdminToken(token)) {
            getContent().add(Notices.signIn("ui.first.used", "ui.first.used.why"));
        } else {
            form(accounts);
        }
    }

    private void form(Accounts accounts) {
        getContent().setMaxWidth("28rem");
        name.setLabel(getTranslation("ui.first.name"));
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setRequiredIndicatorVisible(true);
        displayName.setLabel(getTranslation("ui.first.displayname"));
        password.setLabel(getTranslation("ui.first.password"));
        password.setHelperText(getTranslation("ui.first.password.help"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setRequiredIndicatorVisible(true);
        var create = new Button(getTranslation("ui.first.do"), event -> create(accounts));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // nothing is composed in a password, so Enter says only one thing; the value has come with each key before
        password.setValueChangeMode(ValueChangeMode.EAGER);
        password.getElement().addEventListener("keydown", event -> create(accounts))
                .setFilter("event.key === 'Enter'");
        for (var field : new HasSize[]{name, displayName, password}) {
            field.setWidthFull();
        }
        getContent().add(new Paragraph(getTranslation("ui.first.intro")), name, displayName, password, create);
    }

    private void create(Accounts accounts) {
        name.setInvalid(false);
        password.setInvalid(false);
        var shown = displayName.getValue().isBlank() ? name.getValue() : displayName.getValue();
        try {
            var account = accounts.createFirstAdmin(token, name.getValue(), shown, password.getValue());
            people.signIn(VaadinSession.getCurrent(), account);
            done.run();
        } catch (InvalidAccount e) {
            refuse(e.reason());
        }
    }

    private void refuse(InvalidAccount.Reason reason) {
        var why = getTranslation("ui.first.reason." + reason.name().toLowerCase(Locale.ROOT));
        switch (reason) {
            case PASSWORD_SHORT, PASSWORD_COMMON -> {
                password.setErrorMessage(why);
                password.setInvalid(true);
                password.focus();
            }
            default -> {
                name.setErrorMessage(why);
                name.setInvalid(true);
                name.focus();
            }
        }
    }
}
