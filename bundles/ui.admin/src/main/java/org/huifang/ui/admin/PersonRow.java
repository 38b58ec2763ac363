// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import java.util.Set;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** An account: who, which roles, whether it may sign in. A change takes effect at once and can be undone. */
final class PersonRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    /** Takes the change. */
    interface Change {
        void to(Account before, Set<Role> roles, boolean disabled);
    }

    private final transient Change change;
    private final Span name = Pieces.strong("");
    private final Span login = Pieces.quiet("");
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>();
    private final Checkbox active = new Checkbox(getTranslation("admin.people.active"));
    private transient @Nullable Account shown;

    PersonRow(Change change) {
        this.change = change;
        roles.setItems(NewPerson.STAFF);
        roles.setItemLabelGenerator(Words::of);
        roles.addValueChangeListener(event -> changed(event.isFromClient()));
        active.addValueChangeListener(event -> changed(event.isFromClient()));
        // names end where the roles begin, in every row
        var who = Layouts.line(name, login);
        who.setWidth("16rem");
        var line = Layouts.line(who, roles, active);
        // the group and the single box have different baselines
        line.removeClassName(AlignItems.BASELINE);
        line.addClassName(AlignItems.CENTER);
        getContent().add(line);
        Layouts.ruled(getContent());
    }

    void show(Account account) {
        shown = account;
        name.setText(account.displayName());
        login.setText(account.name());
        roles.setAriaLabel(getTranslation("admin.people.rolesof", account.displayName()));
        roles.setValue(account.roles());
        active.setValue(!account.disabled());
    }

    private void changed(boolean byHand) {
        if (byHand && shown != null) {
            change.to(shown, roles.getValue(), !active.getValue());
        }
    }
}
