// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.platform.SourceKeeping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code hook-source list}. */
@Component
public final class ListHookSources implements Command {
    private final SourceKeeping sources;

    @Activate
    public ListHookSources(@Reference SourceKeeping sources) {
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
        List<SourceKeeping.Kept> all = sources.all(new Options(given).only(Set.of("tenant")).tenant());
        return all.isEmpty()
                ? "No hook sources yet: add one with \"hook-source add\"."
                : all.stream().map(ListHookSources::line).collect(Collectors.joining("\n"));
    }

    private static String line(SourceKeeping.Kept source) {
        return source.name() + "  " + source.kind().name().toLowerCase(Locale.ROOT)
                + (source.enabled() ? "" : "  disabled")
                + (source.formerEnds() == null ? "" : "  former secret until " + source.formerEnds());
    }
}
