// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.FeatureService;

/**
 * Has the configuration in place before the first component asks for it: an activator, because it runs before
 * Declarative Services do.
 */
public final class SettingsActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws IOException {
        var admin = service(context, ConfigurationAdmin.class);
        var features = service(context, FeatureService.class);
        var home = Path.of(context.getProperty("huifang.home"));
        var folders = new FeatureFolders(features, home, Path.of(context.getProperty("huifang.data")));
        var settings = new Settings(admin, Path.of(context.getProperty("huifang.etc")));
        for (var name : context.getProperty("huifang.features").split(",")) {
            settings.add(folders.read(name));
        }
        settings.apply();
        context.registerService(Settings.class, settings, null);
        context.registerService(FeatureFolders.class, folders, null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the services back.
    }

    private static <S> S service(BundleContext context, Class<S> type) {
        var reference = context.getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException(type.getName() + " must be there before the installer starts");
        }
        return context.getService(reference);
    }
}
