// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code api-client add}. */
@Component
public final class AddClient implements Command {
    private final Clients clients;

    @Activate
    public AddClient(@Reference Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "api-client add";
    }

    @Override
    public String help() {
        return "--name NAME --scope archive.read,... [--jwks JSON | --jwks-url URL [--inside]] [--tenant TENANT]"
                + "   adds a program that may use the API: prints its key once, takes its public keys, or reads them"
                + " where it publishes them; --inside allows an address of the own network";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(Set.of("name", "scope", "jwks", "jwks-url", "inside", "tenant"));
        String jwks = options.text("jwks", "");
        String keysAt = options.text("jwks-url", "");
        if (!jwks.isEmpty() && !keysAt.isEmpty()) {
            throw new CommandRefused("give --jwks or --jwks-url, not both");
        }
        Set<Scope> scopes = scopes(given.getOrDefault("scope", List.of()));
        Clients.Added added;
        try {
            added = keysAt.isEmpty()
                    ? clients.add(options.tenant(), options.text("name"), scopes, jwks.isEmpty() ? null : jwks)
                    : clients.add(options.tenant(), options.text("name"), scopes, URI.create(keysAt),
                            given.containsKey("inside"));
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("the client was not added: " + e.getMessage());
        }
        return added.key() == null
                ? "Client " + added.client().name() + " fetches tokens at /oauth/token as " + added.client().clientId()
                : "Client " + added.client().name() + " sends this key as a bearer token, which is not shown again: "
                        + added.key();
    }

    private static Set<Scope> scopes(List<String> given) throws CommandRefused {
        Set<Scope> scopes = new HashSet<>();
        for (String word : given.stream().flatMap(v -> Arrays.stream(v.split(","))).map(String::strip)
                .filter(w -> !w.isEmpty()).toList()) {
            scopes.add(Scope.of(word).orElseThrow(() -> new CommandRefused("--scope " + word + ": use " + known())));
        }
        if (scopes.isEmpty()) {
            throw new CommandRefused("--scope is missing: give one or more of " + known() + ", with commas");
        }
        return scopes;
    }

    private static String known() {
        return Arrays.stream(Scope.values()).map(Scope::key).collect(Collectors.joining(", "));
    }
}
