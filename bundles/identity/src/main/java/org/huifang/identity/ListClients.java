// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.access.Client;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code api-client list}. */
@Component
public final class ListClients implements Command {
    private final Clients clients;

    @Activate
    public ListClients(@Reference Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "api-client list";
    }

    @Override
    public String help() {
        return "[--tenant TENANT]   lists the programs that may use the API";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        List<Client> all = clients.all(new Options(given).only(Set.of("tenant")).tenant());
        return all.isEmpty()
                ? "No API clients yet."
                : all.stream().map(ListClients::line).collect(Collectors.joining("\n"));
    }

    private static String line(Client client) {
        String scopes = client.scopes().stream().sorted().map(Scope::key).collect(Collectors.joining(","));
        return client.name() + "\t" + client.clientId() + "\t" + client.proof().name().toLowerCase(Locale.ROOT) + "\t"
                + scopes + (client.keysAt() == null ? "" : "\t" + client.keysAt())
                + (client.revoked() == null ? "" : "\trevoked");
    }
}
