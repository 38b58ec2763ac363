// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code platform list}. */
@Component
public final class ListPlatforms implements Command {
    private final Platforms platforms;

    @Activate
    public ListPlatforms(@Reference Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public String name() {
        return "platform list";
    }

    @Override
    public String help() {
        return "[--tenant TENANT]   lists the registered course platforms";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        List<Platform> all = platforms.all(new Options(given).only(Set.of("tenant")).tenant());
        return all.isEmpty()
                ? "No platforms yet: register one with \"platform add\"."
                : all.stream().map(ListPlatforms::line).collect(Collectors.joining("\n"));
    }

    private static String line(Platform p) {
        return p.id() + "\t" + p.issuer() + "\tclient " + p.clientId() + "\tdeployments "
                + p.deployments().stream().sorted().collect(Collectors.joining(",")) + (p.enabled() ? "" : "\toff");
    }
}
