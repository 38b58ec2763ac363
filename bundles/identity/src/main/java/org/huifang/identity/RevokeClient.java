// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.TenantId;
import org.huifang.api.access.Client;
import org.huifang.api.access.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code api-client revoke}. */
@Component
public final class RevokeClient implements Command {
    private final Clients clients;

    @Activate
    public RevokeClient(@Reference Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "api-client revoke";
    }

    @Override
    public String help() {
        return "--name NAME [--tenant TENANT]   ends a program's key and tokens at once";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(Set.of("name", "tenant"));
        TenantId tenant = options.tenant();
        String name = options.text("name");
        Client client = clients.all(tenant).stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new CommandRefused("--name " + name + " is no client: see api-client list"));
        clients.revoke(tenant, client.id());
        return "Client " + name + " may do nothing any more.";
    }
}
