// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Plans;
import org.huifang.api.script.ScriptStudio;
import org.huifang.api.script.Scripts;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: what do we say on which call, and what waits for approval? Then: how does this conversation go? */
@View(path = ScriptsView.PATH, title = "scripts.title", order = 38, icon = VaadinIcon.COMMENTS_O, roles = {Role.AGENT,
        Role.SUPERVISOR, Role.ADMIN})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class ScriptsView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "scripts";
    private static final long serialVersionUID = 1L;

    private final ScriptList list;
    private final StudioPage page;

    @Activate
    public ScriptsView(@Reference ScriptStudio studio, @Reference Scripts scripts, @Reference LearnerArchive archive,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Plans plans,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts) {
        var desk = new Desk(studio, scripts, archive, plans, accounts);
        list = new ScriptList(desk);
        page = new StudioPage(desk);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
        getContent().setWidthFull();
        Live.of(this).topics("script").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        if (place.segments().isEmpty()) {
            put(list);
            list.open(place);
        } else {
            put(page);
            page.open(place);
        }
    }

    private void put(Composite<Div> part) {
        if (part.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(part);
        }
    }

    private void refresh() {
        if (list.getParent().isPresent()) {
            list.refresh();
        } else {
            page.refresh();
        }
    }
}
