// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platforms;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.Layouts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: are the rosters as the platforms have them, and which source is believed where they differ? */
@View(path = "admin/rosters", title = "admin.rosters.title", order = 130, icon = VaadinIcon.LIST_OL, roles = Role.ADMIN)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class RostersView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final RostersPart rosters;
    private final SourcesPart sources;

    @Activate
    public RostersView(@Reference Platforms platforms, @Reference HookSources hooks,
            @Reference LearnerArchive archive, @Reference FileKeeping keeping) {
        this.rosters = new RostersPart(archive, platforms);
        this.sources = new SourcesPart(keeping, platforms, hooks);
        Layouts.page(getContent());
        getContent().add(this.rosters, this.sources);
        Live.of(this).topics("platform", "archive").refresh(this::load);
    }

    @Override
    public void show(Place place) {
        load();
    }

    private void load() {
        rosters.load();
        sources.load();
    }
}
