// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.ListExport;
import org.huifang.api.intake.RosterSource;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: which list shall come in, and what became of the former ones? Then: what is to be done with this one? */
@View(path = ImportView.PATH, title = "intake.title", order = 140, icon = VaadinIcon.INBOX, roles = {Role.ADMIN,
        Role.SUPERVISOR})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class ImportView extends Composite<Div> implements AdminView, Navigated {
    static final String PATH = "admin/import";
    private static final long serialVersionUID = 1L;

    @Reference
    private volatile List<RosterSource> rosters = List.of();

    private final Imports imports;
    private final OneImport one;

    @Activate
    public ImportView(@Reference Intake intake, @Reference ListExport export) {
        imports = new Imports(intake, () -> rosters);
        one = new OneImport(intake, export);
        getContent().addClassNames(Padding.MEDIUM, MaxWidth.SCREEN_LARGE, BoxSizing.BORDER);
        Live.of(this).topics("intake").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        if (place.segments().isEmpty()) {
            put(imports);
            imports.open();
        } else {
            put(one);
            one.open(place.id(0).orElse(null));
        }
    }

    private void put(Composite<Div> part) {
        if (part.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(part);
        }
    }

    private void refresh() {
        if (imports.getParent().isPresent()) {
            imports.refresh();
        } else {
            one.refresh();
        }
    }
}
