// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.TenantId;
import org.huifang.api.platform.HookSource.Kind;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.SourceKeeping;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code hook-source add}. */
@Component
public final class AddHookSource implements Command {
    private final SourceKeeping sources;
    private final Platforms platforms;
    private final Surroundings here;

    @Activate
    public AddHookSource(@Reference SourceKeeping sources, @Reference Platforms platforms,
            @Reference Surroundings here) {
        this.sources = sources;
        this.platforms = platforms;
        this.here = here;
    }

    @Override
    public String name() {
        return "hook-source add";
    }

    @Override
    public String help() {
        return "--name NAME [--kind signed|token|events|canvas --account UUID] [--platform ISSUER] [--tenant TENANT]   adds a sender of hooks"
                + " and prints its secret once";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(Set.of("name", "kind", "account", "platform", "tenant"));
        String name = options.text("name");
        try {
            Kind kind = kind(options);
            if (kind == Kind.CANVAS) {
                sources.addCanvas(options.tenant(), name, options.text("account"), platform(options));
                return "Data streams of Canvas go to " + here.url() + "/events/canvas/" + name
                        + ", by HTTPS with signed payloads.";
            }
            String secret = sources.add(options.tenant(), name, kind, platform(options));
            return switch (kind) {
                case SIGNED -> "Hooks go to " + here.url() + "/hooks/" + name
                        + ", signed (Standard Webhooks) with this secret, which is not shown again: " + secret;
                case TOKEN -> "Hooks go to " + here.url() + "/hooks/" + name
                        + ", with this token in the header X-Huifang-Token, which is not shown again: " + secret;
                case EVENTS, CANVAS -> "Learning events go to " + here.url() + "/events/caliper or " + here.url()
                        + "/xapi/statements, with this bearer token, which is not shown again: " + secret;
            };
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--" + e.getMessage());
        }
    }

    private static Kind kind(Options options) throws CommandRefused {
        return switch (options.text("kind", "signed")) {
            case "signed" -> Kind.SIGNED;
            case "token" -> Kind.TOKEN;
            case "events" -> Kind.EVENTS;
            case "canvas" -> Kind.CANVAS;
            default -> throw new CommandRefused("--kind: give signed, token, events or canvas");
        };
    }

    private @Nullable UUID platform(Options options) throws CommandRefused {
        String issuer = options.text("platform", "");
        if (issuer.isEmpty()) {
            return null;
        }
        TenantId tenant = options.tenant();
        List<Platform> fitting = platforms.all(tenant).stream()
                .filter(p -> p.issuer().equals(issuer) || p.id().toString().equals(issuer)).toList();
        return switch (fitting.size()) {
            case 0 -> throw new CommandRefused("--platform: no platform of tenant " + tenant + " has the issuer "
                    + issuer + ", see \"platform list\"");
            case 1 -> fitting.getFirst().id();
            default -> throw new CommandRefused("--platform: " + issuer
                    + " is registered with several clients: give the id that \"platform list\" shows");
        };
    }
}
