// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Relations;
import org.huifang.api.archive.Tags;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ListExport;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.segment.Segments;
import org.huifang.api.ticket.Tickets;
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

/** First screen: where is the file of this person? Then: what do we know, since when, and from whom? */
@View(path = "files", title = "files.title", order = 30, icon = VaadinIcon.FOLDER_O, roles = {Role.AGENT,
        Role.SUPERVISOR})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class FilesView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final FileList list;
    private final FilePage page;
    private final MergePage merge;
    private final AlikePage alike;
    private Registration live = () -> {
        // nothing is followed yet
    };
    private transient Set<UUID> followed = Set.of();

    @Activate
    public FilesView(@Reference LearnerArchive archive, @Reference FileKeeping keeping, @Reference Relations relations,
            @Reference Segments segments,
            @Reference Tags tags, @Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Revisits revisits,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Reachability reachability,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Tickets tickets,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable FileQuality quality,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable ListExport export) {
        var desk = new Desk(archive, keeping, accounts, clock);
        list = new FileList(desk, segments, tags, export);
        page = new FilePage(desk, relations, revisits, new AtAGlance(reachability, tickets, clock),
                new KeeperLine(desk, quality), export);
        merge = new MergePage(desk);
        alike = new AlikePage(desk);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
    }

    @Override
    public void show(Place place) {
        var file = place.id(0).orElse(null);
        var second = place.segment(1).orElse("");
        live.remove();
        if (place.segments().isEmpty()) {
            put(list);
            list.open(place);
            live = Live.of(this).topics("archive", "revisit").refresh(list::refresh);
        } else if (place.segments().getFirst().equals("alike")) {
            put(alike);
            alike.open();
        } else if (second.equals("merge")) {
            put(merge);
            merge.open(file, place.id(2).orElse(null));
        } else {
            put(page);
            page.open(file, place.query("kind").orElse(""), place.query("at").flatMap(FilesView::day).orElse(null));
            follow(page.parts());
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private void put(Composite<Div> zone) {
        if (zone.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(zone);
        }
    }

    /** Not what happens to other people: a page that is read again with every commit of a school is never at rest. */
    private void follow(Set<UUID> parts) {
        followed = parts;
        live = Registration.combine(parts.stream()
                .map(part -> Live.of(this).topics("archive", "revisit", "ticket").learner(part).refresh(this::refresh))
                .toArray(Registration[]::new));
    }

    private void refresh() {
        page.refresh();
        if (!page.parts().equals(followed)) {
            live.remove();
            follow(page.parts());
        }
    }
}
