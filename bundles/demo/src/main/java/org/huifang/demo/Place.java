// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Two addresses of one server. The course platform is opened under the one and Huifang under the other, so that the
 * frame is another site, as it is with a real platform.
 */
@Component(service = Place.class)
public final class Place {
    private final URI tool;
    private final URI demo;
    private final Set<String> hosts;

    /** Reads the framework's properties, which the launcher sets. */
    @Activate
    public Place(BundleContext framework) {
        this(framework.getProperty("huifang.url"), framework.getProperty("huifang.port"),
                framework.getProperty("huifang.demo.url"));
    }

    Place(@Nullable String tool, @Nullable String port, @Nullable String demo) {
        String own = Objects.requireNonNullElse(port, "8080");
        this.tool = URI.create(Objects.requireNonNullElse(tool, "http://localhost:" + own).replaceAll("/+$", ""));
        this.demo = URI.create(
                Objects.requireNonNullElse(demo, "http://127.0.0.1:" + own + "/demo").replaceAll("/+$", ""));
        this.hosts = Stream.of(this.tool.getRawAuthority(), this.demo.getRawAuthority(), "localhost:" + own,
                "127.0.0.1:" + own).collect(Collectors.toUnmodifiableSet());
    }

    /** Huifang, as browsers reach it. */
    URI tool() {
        return tool;
    }

    /** The course platform, as browsers and Huifang reach it. */
    URI demo() {
        return demo;
    }

    /** Huifang, as the course platform's own requests reach it. */
    String toolFromHere() {
        return demo.getScheme() + "://" + demo.getRawAuthority();
    }

    /** A page under a name that is not its own has been rebound to it by somebody else. */
    boolean isOwn(@Nullable String host) {
        return host != null && hosts.contains(host);
    }
}
