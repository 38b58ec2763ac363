// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Relations;
import org.huifang.api.consent.ChangeRequests;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Policies;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Notices;
import org.huifang.api.revisit.Questionnaires;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.ticket.Confirmations;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: who will contact me next, why, and can I change it? Always the page of whoever was launched. */
@View(path = "me", title = "me.title", order = 5, icon = VaadinIcon.USER, roles = Role.LEARNER, frame = true)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class MeView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient Services services;
    private Registration live = () -> {
        // nothing is followed yet
    };

    @Activate
    public MeView(@Reference LearnerArchive archive, @Reference FileKeeping keeping, @Reference Relations relations,
            @Reference Consents consents, @Reference Policies policies, @Reference ChangeRequests requests,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Revisits revisits,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Questionnaires questionnaires,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Notices notices,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Confirmations confirmations,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference InstantSource clock) {
        services = new Services(archive, keeping, relations, consents, policies, requests, revisits, questionnaires,
                notices, confirmations, accounts, clock);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XLARGE, Padding.MEDIUM,
                MaxWidth.SCREEN_MEDIUM, BoxSizing.BORDER, FontSize.MEDIUM);
        // letters and targets for learners are larger than those for staff
        getContent().getStyle().set("--lumo-font-size-m", "1rem").set("--lumo-font-size-l", "1.25rem")
                .set("--lumo-font-size-s", ".875rem").set("--lumo-size-m", "2.75rem");
    }

    @Override
    public void show(Place place) {
        getContent().removeAll();
        live.remove();
        var me = Me.of(services, Viewer.current());
        if (me == null || services.archive().file(me.tenant(), me.learner()).isEmpty()) {
            getContent().add(new EmptyState(VaadinIcon.USER, getTranslation("me.nobody"),
                    getTranslation("me.nobody.why")));
            return;
        }
        var waiting = new Waiting(me);
        var next = new NextContact(me);
        var issues = new Issues(me);
        var choices = new Choices(me);
        var data = new MyData(me);
        getContent().add(waiting, next, issues, choices, data);
        Runnable refresh = () -> {
            waiting.refresh();
            next.refresh();
            issues.refresh();
            choices.refresh();
            data.refresh();
        };
        refresh.run();
        live = Live.of(this).topics("archive", "revisit", "ticket").learner(me.learner()).refresh(refresh);
    }
}
