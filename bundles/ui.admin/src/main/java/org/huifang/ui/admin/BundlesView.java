// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.huifang.api.identity.Role;
import org.huifang.api.installer.InstalledFeature;
import org.huifang.api.installer.Installer;
import org.huifang.api.installer.Result;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.Aside;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Zone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: what is installed here, does it work, and what would a change do? */
@View(path = "admin/bundles", title = "admin.bundles.title", order = 110, icon = VaadinIcon.CUBES, roles = Role.ADMIN)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class BundlesView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient Installer installer;
    private final Said said = new Said();
    private final Zone alone = new Zone(getTranslation("admin.bundles.alone"));
    private final Zone features = new Zone(getTranslation("admin.bundles.features"));
    private final Set<String> opened = new HashSet<>();

    @Activate
    public BundlesView(@Reference Installer installer) {
        this.installer = installer;
        var add = new Zone(getTranslation("admin.bundles.add"));
        add.show(new InstallPart(installer, this::change));
        Layouts.page(getContent());
        getContent().add(said, add, alone, features);
        Live.of(this).topics("installer").refresh(this::load);
    }

    @Override
    public void show(Place place) {
        load();
    }

    private void load() {
        alone.run(() -> {
            var bundles = installer.bundles();
            if (bundles.isEmpty()) {
                alone.empty(getTranslation("admin.bundles.alone.none"));
                return;
            }
            var list = Layouts.list();
            bundles.forEach(bundle -> list.add(new BundleRow(bundle, true, installer, this::change)));
            alone.show(list);
        });
        features.run(() -> {
            var parts = new ArrayList<FeaturePart>();
            for (InstalledFeature feature : installer.features()) {
                parts.add(new FeaturePart(feature, opened, installer, this::change));
            }
            features.show(parts.toArray(FeaturePart[]::new));
        });
    }

    /** Runs aside, because an installation waits for the very views of this session to let go. */
    private void change(String what, Supplier<Result> operation) {
        said.busy(getTranslation("admin.bundles.busy", what));
        Aside.run(this, operation, result -> {
            switch (result) {
                case Result.Done done -> said.done(getTranslation("admin.bundles.done", done.name(), done.version()));
                case Result.Refused refused -> said.refused(refused.missing().isEmpty()
                        ? getTranslation("admin.bundles.refused", refused.reason())
                        : getTranslation("admin.bundles.missing", refused.reason(),
                                String.join(", ", refused.missing())));
            }
            load();
        }, () -> said.refused(getTranslation("admin.failed")));
    }
}
