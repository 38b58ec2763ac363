// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.huifang.api.access.Client;
import org.huifang.api.access.Clients;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.CopyLine;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Zone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: which programs may use the API, and what may each? */
@View(path = "admin/clients", title = "admin.clients.title", order = 133, icon = VaadinIcon.KEY, roles = Role.ADMIN)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class ClientsView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient Clients clients;
    private final Said said = new Said();
    private final Div once = Layouts.column();
    private final Zone list = new Zone(getTranslation("admin.clients.list"));

    private Details former = new Details();

    @Activate
    public ClientsView(@Reference Clients clients) {
        this.clients = clients;
        var add = new Zone(getTranslation("admin.clients.add"));
        add.show(new NewClient(clients, add::run, this::added));
        Layouts.roomyPage(getContent());
        var docs = new Anchor("/api/docs/", getTranslation("admin.clients.docs"), AnchorTarget.BLANK);
        getContent().add(Layouts.column(Pieces.note(getTranslation("admin.clients.why")), docs, said, once), list, add);
    }

    @Override
    public void show(Place place) {
        once.removeAll();
        load();
    }

    private void load() {
        list.run(() -> {
            var all = clients.all(Viewer.current().tenant());
            if (all.isEmpty()) {
                list.empty(getTranslation("admin.clients.none"));
                return;
            }
            var revoked = all.stream().filter(one -> one.revoked() != null).toList();
            var active = all.stream().filter(one -> one.revoked() == null).toList();
            var now = active.isEmpty()
                    ? Pieces.quiet(getTranslation("admin.clients.noneactive"))
                    : rows(active);
            if (revoked.isEmpty()) {
                list.show(now);
            } else {
                former = new Details(getTranslation("admin.clients.revoked", revoked.size()), rows(revoked));
                list.show(now, former);
            }
        });
    }

    private UnorderedList rows(List<Client> some) {
        var rows = Layouts.list();
        some.forEach(one -> rows.add(new ClientRow(one, this::revoke)));
        return rows;
    }

    private void added(Clients.Added added) {
        var client = added.client();
        said.done(getTranslation("admin.clients.added", client.name()));
        once.removeAll();
        var key = added.key();
        var line = key == null
                ? new CopyLine(getTranslation("admin.clients.idof", client.name()), client.clientId())
                : new CopyLine(getTranslation("admin.clients.keyof", client.name()), key);
        once.add(line, Pieces.note(getTranslation(key == null ? "admin.clients.idhow" : "admin.clients.keyhow")));
        load();
        line.focus();
    }

    private void revoke(Client client) {
        if (list.run(() -> clients.revoke(client.tenant(), client.id()))) {
            once.removeAll();
            said.done(getTranslation("admin.clients.done", client.name()));
            load();
            // the button that had the focus is gone with its row
            former.getElement().callJsFunction("focus");
        }
    }
}
