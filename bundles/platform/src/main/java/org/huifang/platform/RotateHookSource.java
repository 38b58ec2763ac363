// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.platform.SourceKeeping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code hook-source rotate}. */
@Component
public final class RotateHookSource implements Command {
    private final SourceKeeping sources;

    @Activate
    public RotateHookSource(@Reference SourceKeeping sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "hook-source rotate";
    }

    @Override
    public String help() {
        return "--name NAME [--tenant TENANT]   gives a sender a further secret; the former one is valid for a day";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(Set.of("name", "tenant"));
        try {
            return "Valid from now on, the former one until tomorrow; it is not shown again: "
                    + sources.rotate(options.tenant(), options.text("name"));
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--" + e.getMessage());
        }
    }
}
