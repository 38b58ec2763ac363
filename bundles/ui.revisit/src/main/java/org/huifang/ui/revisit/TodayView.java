// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.consent.Consents;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.AdminView;
import org.huifang.ui.Links;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: whom do I call next, and what must I know before? */
@View(path = "today", title = "revisit.today.title", order = 10, icon = VaadinIcon.PHONE, roles = Role.AGENT)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class TodayView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;
    private static final int LARGE_PX = 1024;

    private final transient Revisits revisits;
    private final Queue queue;
    private final Div pane = new Div();
    private final Zone person = new Zone();
    private final CaseFile file;
    private final Finish finish;
    private @Nullable UUID open;

    @Activate
    public TodayView(@Reference LearnerArchive archive, @Reference Revisits revisits, @Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable FileKeeping keeping,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable FileQuality quality,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Consents consents) {
        this.revisits = revisits;
        queue = new Queue(archive, revisits);
        file = new CaseFile(new Asking(archive, keeping, quality, clock), revisits, consents);
        finish = new Finish(revisits, clock, this::next);
        person.addClassNames(Flex.ONE, MinWidth.NONE);
        pane.getStyle().set("flex", "1000 1 0%");
        pane.addClassNames(MinWidth.NONE, Gap.Column.XLARGE, Gap.Row.MEDIUM, FlexDirection.COLUMN,
                FlexDirection.Breakpoint.Large.ROW);
        var back = Links.link(getTranslation("revisit.today.back"), "today");
        back.addClassNames(Display.Breakpoint.Large.HIDDEN, Padding.Vertical.XSMALL);
        pane.add(back, person, finish);
        getContent().addClassNames(Display.FLEX, AlignItems.START, Gap.LARGE, Padding.MEDIUM, BoxSizing.BORDER);
        getContent().setWidthFull();
        getContent().add(queue, pane);
        Live.of(this).topics("revisit", "archive").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        queue.open();
        var chosen = place.id(0);
        open = chosen.or(queue::first).orElse(null);
        // on a phone the queue is a page of its own, and so is the case
        Layouts.shownBelowLarge(queue, chosen.isEmpty());
        Layouts.shownBelowLarge(pane, chosen.isPresent());
        queue.mark(open);
        if (!load()) {
            return;
        }
        // on a phone the person stands above the note, and is read first
        if (chosen.isPresent() && wide()) {
            finish.focus();
        }
    }

    private static boolean wide() {
        return UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth() >= LARGE_PX;
    }

    private void refresh() {
        queue.refresh();
        load();
    }

    private boolean load() {
        return person.run(() -> found().ifPresentOrElse(this::show, this::nothing));
    }

    private Optional<Obligation> found() {
        return open == null ? Optional.empty() : revisits.find(Viewer.current().tenant(), open);
    }

    private void show(Obligation obligation) {
        file.show(obligation);
        if (file.getParent().isEmpty()) {
            person.show(file);
        }
        finish.show(obligation);
        finish.setVisible(true);
    }

    private void nothing() {
        finish.setVisible(false);
        if (open == null) {
            person.empty(getTranslation("revisit.today.alldone"));
        } else {
            person.empty(getTranslation("revisit.today.unknown"),
                    Links.link(getTranslation("revisit.today.tolist"), "today"));
        }
    }

    private void next() {
        var after = queue.after(open);
        Links.go(after.map(id -> "today/" + id).orElse("today"));
    }
}
