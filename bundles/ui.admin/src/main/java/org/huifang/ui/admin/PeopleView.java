// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Zone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: who may do what here? */
@View(path = "admin/people", title = "admin.people.title", order = 120, icon = VaadinIcon.USERS, roles = Role.ADMIN)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class PeopleView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final Said said = new Said();
    private final Zone people = new Zone(getTranslation("admin.people.list"));
    private final UnorderedList list = Layouts.list();
    private final transient Map<UUID, PersonRow> rows = new LinkedHashMap<>();

    @Activate
    public PeopleView(@Reference Accounts accounts) {
        this.accounts = accounts;
        var add = new Zone(getTranslation("admin.people.add"));
        add.show(new NewPerson(accounts, account -> {
            said.done(getTranslation("admin.people.added", account.displayName()));
            load();
        }));
        Layouts.page(getContent());
        people.show(list);
        getContent().add(said, people, add);
        Live.of(this).topics("identity").refresh(this::load);
    }

    @Override
    public void show(Place place) {
        load();
    }

    private void load() {
        people.run(() -> {
            var all = accounts.all(Viewer.current().tenant());
            if (!List.copyOf(rows.keySet()).equals(all.stream().map(Account::id).toList())) {
                rows.clear();
                list.removeAll();
                all.forEach(account -> {
                    var row = new PersonRow(this::change);
                    rows.put(account.id(), row);
                    list.add(row);
                });
            }
            all.forEach(account -> {
                var row = rows.get(account.id());
                if (row != null) {
                    row.show(account);
                }
            });
        });
    }

    private void change(Account before, Set<Role> roles, boolean disabled) {
        try {
            var after = accounts.change(before.tenant(), before.id(), roles, disabled);
            said.done(getTranslation("admin.people.changed", after.displayName()),
                    () -> change(after, before.roles(), before.disabled()));
        } catch (InvalidAccount e) {
            said.refused(Reasons.of(e.reason()));
        }
        load();
    }
}
