// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where this Huifang keeps its files and under which address browsers reach it. */
@Component(service = Surroundings.class)
public final class Surroundings {
    private final URI url;
    private final Path data;

    /** Reads the framework's properties, which the launcher sets. */
    @Activate
    public Surroundings(BundleContext framework) {
        this(framework.getProperty("huifang.url"), Path.of(framework.getProperty("huifang.data")));
    }

    Surroundings(String url, Path data) {
        this.url = URI.create(url.replaceAll("/+$", ""));
        this.data = data;
    }

    URI url() {
        return url;
    }

    Path data() {
        return data;
    }

    boolean https() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Whether browsers keep {@code Secure} cookies of this address: over TLS, and of the own machine without it. */
    boolean keepsSecureCookies() {
        String host = Objects.requireNonNullElse(url.getHost(), "");
        return https() || host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
