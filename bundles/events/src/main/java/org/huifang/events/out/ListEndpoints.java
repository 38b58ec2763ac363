// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.events.Endpoint;
import org.huifang.api.events.Endpoints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code endpoint list}. */
@Component
public final class ListEndpoints implements Command {
    private final Endpoints endpoints;

    @Activate
    public ListEndpoints(@Reference Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public String name() {
        return "endpoint list";
    }

    @Override
    public String help() {
        return "[--tenant TENANT]   lists where hooks are sent, and what became of the last ones";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        List<Endpoint> all = endpoints.all(new Options(given).only(Set.of("tenant")).tenant());
        return all.isEmpty()
                ? "Hooks go nowhere yet: add an address with \"endpoint add\"."
                : all.stream().map(ListEndpoints::line).collect(Collectors.joining("\n"));
    }

    private static String line(Endpoint endpoint) {
        Integer status = endpoint.lastStatus();
        return endpoint.url() + (endpoint.enabled() ? "" : "  disabled") + (endpoint.inside() ? "  inside" : "")
                + (status == null ? "" : "  last answer " + (status == 0 ? "none" : status.toString())) + "  waiting "
                + endpoint.waiting() + "  given up " + endpoint.failed();
    }
}
