// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.PlatformSetup;
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

/** First screen: does each course platform's connection hold, and who waits for my approval? */
@View(path = "admin/platforms", title = "platforms.title", order = 131, icon = VaadinIcon.ACADEMY_CAP, roles = Role.ADMIN)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class PlatformsView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final PendingPart pending;
    private final ConnectedPart connected;
    private final InvitePart invite;

    @Activate
    public PlatformsView(@Reference Platforms platforms, @Reference PlatformSetup setup) {
        pending = new PendingPart(setup, this::load);
        connected = new ConnectedPart(platforms, setup);
        invite = new InvitePart(setup);
        Layouts.page(getContent());
        getContent().add(pending, connected, invite, new ManualPart(platforms, setup, this::load),
                new KeysPart(setup));
        Live.of(this).topics("platform").refresh(this::load);
    }

    @Override
    public void show(Place place) {
        load();
    }

    private void load() {
        pending.load();
        connected.load();
        invite.load();
    }
}
