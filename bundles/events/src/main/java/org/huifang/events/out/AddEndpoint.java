// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.events.Endpoints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code endpoint add}: only whoever operates the machine may vouch for an address of its network. */
@Component
public final class AddEndpoint implements Command {
    private final Endpoints endpoints;

    @Activate
    public AddEndpoint(@Reference Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public String name() {
        return "endpoint add";
    }

    @Override
    public String help() {
        return "--url URL [--types a.b,c.d] [--inside] [--tenant TENANT]   has hooks sent there and prints their secret"
                + " once; --inside allows an address of the own network";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(Set.of("url", "types", "inside", "tenant"));
        Set<String> types = given.containsKey("types") ? Set.of(options.text("types").split(",")) : Set.of();
        try {
            Endpoints.Added added = endpoints.add(options.tenant(), options.url("url"), types,
                    given.containsKey("inside"));
            return "Hooks go out from now on, signed (Standard Webhooks) with this secret, which is not shown again: "
                    + added.secret();
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--" + e.getMessage());
        }
    }
}
