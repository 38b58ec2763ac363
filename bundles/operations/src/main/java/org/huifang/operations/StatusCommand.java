// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import java.util.List;
import java.util.Map;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bin/huifang status}: what to open, or what is wrong. */
@Component
public final class StatusCommand implements Command {
    private final Health health;
    private final Announcements announcements;

    @Activate
    public StatusCommand(@Reference Health health, @Reference Announcements announcements) {
        this.health = health;
        this.announcements = announcements;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String help() {
        return "[--data DIR]   tells what to open, or what is wrong; exit status 0 when all is well";
    }

    @Override
    public String run(Map<String, List<String>> options, List<String> operands) throws CommandRefused {
        var hindrances = health.hindrances();
        if (!hindrances.isEmpty()) {
            throw new CommandRefused("Huifang runs and is not ready:\n" + String.join("\n", hindrances));
        }
        var remarks = health.complaints();
        return remarks.isEmpty() ? announcements.text() : announcements.text() + "\n" + String.join("\n", remarks);
    }
}
