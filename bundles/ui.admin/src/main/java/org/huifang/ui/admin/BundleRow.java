// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.installer.InstalledBundle;
import org.huifang.api.installer.Installer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** A bundle: state in words, version, what it brings, and what can be done with it. */
final class BundleRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;

    BundleRow(InstalledBundle bundle, boolean removable, Installer installer, Changing changing) {
        Layouts.ruled(getContent());
        getContent().add(Layouts.line(Pieces.strong(bundle.title()), Pieces.quiet(bundle.version()), state(bundle),
                Pieces.quiet(Brings.sentence(bundle.brings()))));
        bundle.missing().forEach(text -> getContent().add(Layouts.line(
                Pieces.state(VaadinIcon.WARNING, getTranslation("admin.bundles.waitsfor", text), TextColor.WARNING))));
        if (removable || bundle.formerVersion() != null) {
            getContent().add(new RowActions(bundle.name(), bundle.title(), bundle.formerVersion() != null, installer,
                    changing));
        }
    }

    private Span state(InstalledBundle bundle) {
        return switch (bundle.state()) {
            case WORKING ->
                Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("admin.bundles.working"), TextColor.SUCCESS);
            case WAITING ->
                Pieces.state(VaadinIcon.WARNING, getTranslation("admin.bundles.waiting"), TextColor.WARNING);
            case STOPPED ->
                Pieces.state(VaadinIcon.STOP, getTranslation("admin.bundles.stopped"), TextColor.SECONDARY);
        };
    }
}
