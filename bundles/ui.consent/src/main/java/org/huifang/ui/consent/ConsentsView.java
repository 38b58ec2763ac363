// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Relations;
import org.huifang.api.consent.ChangeRequests;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Retention;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
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

/** First screen: what do learners ask of us? With a person behind the path: may we contact them, and who says so? */
@View(path = "consents", title = "consents.title", order = 35, icon = VaadinIcon.HANDSHAKE, roles = {Role.AGENT,
        Role.SUPERVISOR})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class ConsentsView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private Registration live = () -> {
        // nothing is followed yet
    };

    @Activate
    public ConsentsView(@Reference LearnerArchive archive, @Reference Relations relations,
            @Reference Consents consents, @Reference ChangeRequests requests, @Reference Retention retention,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference InstantSource clock) {
        desk = new Desk(archive, relations, consents, requests, retention, accounts, clock);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XLARGE, Padding.MEDIUM,
                MaxWidth.SCREEN_LARGE, BoxSizing.BORDER);
    }

    @Override
    public void show(Place place) {
        live.remove();
        getContent().removeAll();
        place.id(0).ifPresentOrElse(this::person, this::everybody);
    }

    private void everybody() {
        var requests = new RequestList(desk);
        getContent().add(requests, new RetentionList(desk));
        requests.refresh();
        live = Live.of(this).topics("archive").refresh(requests::refresh);
    }

    private void person(UUID learner) {
        var page = new PersonPage(desk, learner);
        getContent().add(page);
        page.refresh();
        live = Live.of(this).topics("archive").learner(learner).refresh(page::refresh);
    }
}
