// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.pages;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.server.VaadinSession;
import org.huifang.api.TenantId;
import org.huifang.api.identity.SignIn;
import org.huifang.ui.internal.host.People;

/** Signs staff in. */
public final class SignInForm extends Composite<VerticalLayout> {
    private static final long serialVersionUID = 1L;
    private final transient People people;
    private final transient Runnable done;
    private final LoginForm form = new LoginForm();

    public SignInForm(People people, Runnable done) {
        this.people = people;
        this.done = done;
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("ui.signin.denied", "ui.signin.denied.why"));
        form.addLoginListener(event -> signIn(event.getUsername(), event.getPassword()));
        getContent().setAlignItems(Alignment.CENTER);
        getElement().executeJs("const all = () => this.querySelectorAll('vaadin-password-field').forEach(field => "
                + "{ field.i18n = { reveal: $0 }; }); all(); setTimeout(all, 100);",
                getTranslation("ui.password.show"));
        getContent().add(form);
    }

    private void signIn(String name, String password) {
        var accounts = people.accounts().orElse(null);
        if (accounts == null) {
            refuse("ui.signin.away", "ui.signin.away.why");
            return;
        }
        switch (accounts.signIn(TenantId.DEFAULT, name, password)) {
            case SignIn.Granted granted -> {
                people.signIn(VaadinSession.getCurrent(), granted.account());
                done.run();
            }
            case SignIn.Denied denied -> refuse("ui.signin.denied", "ui.signin.denied.why");
            case SignIn.Throttled throttled ->
                refuse("ui.signin.wait", "ui.signin.wait.why", Math.max(1, throttled.retryAfter().toSeconds()));
        }
    }

    private void refuse(String title, String why, Object... arguments) {
        form.setI18n(words(title, why, arguments));
        form.setError(true);
        form.setEnabled(true);
    }

    private LoginI18n words(String errorTitle, String errorWhy, Object... arguments) {
        var words = LoginI18n.createDefault();
        words.setHeader(null);
        var fields = words.getForm();
        fields.setTitle(getTranslation("ui.product"));
        fields.setUsername(getTranslation("ui.signin.name"));
        fields.setPassword(getTranslation("ui.signin.password"));
        fields.setSubmit(getTranslation("ui.signin.do"));
        var error = words.getErrorMessage();
        error.setTitle(getTranslation(errorTitle));
        error.setMessage(getTranslation(errorWhy, arguments));
        error.setUsername(getTranslation("ui.signin.name.missing"));
        error.setPassword(getTranslation("ui.signin.password.missing"));
        return words;
    }
}
