// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.platform.HookSources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code hook-source list}. */
@Component
public final class ListHookSources implements Command {
    private final HookSources sources;

    @Activate
    public ListHookSources(@Reference HookSources sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "hook-source list";
    }

    @Override
    public String help() {
        return "[--tenant TENANT]   lists who may send hooks";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        List<String> names = sources.names(new Options(given).only(Set.of("tenant")).tenant());
        return names.isEmpty()
                ? "No hook sources yet: add one with \"hook-source add\"."
                : String.join("\n", names);
    }
}
