// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.Set;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.InstalledFeature;
import org.huifang.api.installer.Installer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** A feature with its bundles; libraries are counted and folded away. */
final class FeaturePart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    FeaturePart(InstalledFeature feature, Set<String> opened, Installer installer, Changing changing) {
        var ours = feature.bundles().stream().filter(InstalledBundle::ours).toList();
        var libraries = feature.bundles().stream().filter(bundle -> !bundle.ours()).toList();
        var ill = feature.bundles().stream().filter(bundle -> bundle.state() != InstalledBundle.State.WORKING).count();
        var state = ill == 0
                ? Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("admin.bundles.working"), TextColor.SUCCESS)
                : Pieces.state(VaadinIcon.WARNING, getTranslation("admin.bundles.ill", ill), TextColor.WARNING);
        var list = Layouts.list();
        ours.forEach(bundle -> list.add(new BundleRow(bundle, false, installer, changing)));
        var details = details(feature.name(), opened,
                Layouts.line(Pieces.strong(feature.name()), Pieces.quiet(feature.version()), state,
                        Pieces.quiet(description(feature))));
        details.add(list);
        if (!libraries.isEmpty()) {
            var names = Layouts.list();
            libraries.forEach(bundle -> names.add(Layouts.row(
                    Layouts.line(Pieces.quiet(bundle.title()), Pieces.quiet(bundle.version())))));
            var folded = details(feature.name() + "/libraries", opened,
                    Pieces.quiet(getTranslation("admin.bundles.libraries", libraries.size())));
            folded.add(names);
            details.add(folded);
        }
        if (!feature.ground()) {
            details.add(new RowActions(feature.name(), feature.name(), false, installer, changing));
        }
        getContent().add(details);
    }

    /** The features that come with Huifang are described in the reader's language, others in their own words. */
    private String description(InstalledFeature feature) {
        return switch (feature.name()) {
            case "base" -> getTranslation("admin.feature.base");
            case "huifang" -> getTranslation("admin.feature.huifang");
            case "demo" -> getTranslation("admin.feature.demo");
            default -> feature.description();
        };
    }

    /** Stays open over a refresh when the admin has opened it. */
    private static Details details(String name, Set<String> opened, Component summary) {
        var details = new Details(summary);
        details.setOpened(opened.contains(name));
        details.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                opened.add(name);
            } else {
                opened.remove(name);
            }
        });
        return details;
    }
}
