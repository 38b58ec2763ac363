// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Revisits;
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

    @Activate
    public FilesView(@Reference LearnerArchive archive, @Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Revisits revisits) {
        list = new FileList(archive);
        page = new FilePage(archive, revisits, clock);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER);
        Live.of(this).topics("archive", "revisit").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        var file = place.id(0);
        if (place.segments().isEmpty()) {
            put(list);
            list.open(place.query("q").orElse(""));
        } else {
            put(page);
            page.open(file.orElse(null), place.query("kind").orElse(""));
        }
    }

    private void put(Composite<Div> zone) {
        if (zone.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(zone);
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
