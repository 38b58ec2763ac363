// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where links in messages lead: to the address of this installation. */
@Component(service = Settings.class)
public final class Settings {
    private final String url;

    /** Reads the framework's property, which the launcher sets. */
    @Activate
    public Settings(BundleContext framework) {
        this(Objects.requireNonNullElse(framework.getProperty("huifang.url"), ""));
    }

    Settings(String url) {
        this.url = url.strip().replaceAll("/+$", "");
    }

    /** A link that works outside of the platform, or "" while nobody said where that is. */
    String link(String path) {
        return url.isEmpty() ? "" : url + path;
    }
}
