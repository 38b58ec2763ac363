// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code platform rotate-key}. */
@Component
public final class RotateToolKey implements Command {
    private final ToolKeyRing keys;

    @Activate
    public RotateToolKey(@Reference ToolKeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "platform rotate-key";
    }

    @Override
    public String help() {
        return "  publishes a new key of the tool, which signs from tomorrow on";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        new Options(given).only(Set.of());
        return "Key " + keys.rotate() + " is published, signs in a day, and replaces the former one a day after that.";
    }
}
