// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Command;
import org.huifang.api.CommandRefused;
import org.huifang.api.Options;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code platform add}. */
@Component
public final class AddPlatform implements Command {
    private final Platforms platforms;
    private final Surroundings here;

    @Activate
    public AddPlatform(@Reference Platforms platforms, @Reference Surroundings here) {
        this.platforms = platforms;
        this.here = here;
    }

    @Override
    public String name() {
        return "platform add";
    }

    @Override
    public String help() {
        return "--issuer URL --client-id ID --deployment ID --auth-url URL --token-url URL --jwks-url URL"
                + " [--tenant TENANT]   registers a course platform, or a further deployment of it";
    }

    @Override
    public String run(Map<String, List<String>> given, List<String> operands) throws CommandRefused {
        Options options = new Options(given).only(
                Set.of("issuer", "client-id", "deployment", "auth-url", "token-url", "jwks-url", "tenant"));
        try {
            Platform platform = platforms.add(options.tenant(), options.text("issuer"), options.text("client-id"),
                    options.text("deployment"), options.url("auth-url"), options.url("token-url"),
                    options.url("jwks-url"));
            return """
                    Platform %s is registered: %s
                    Give the platform these addresses of the tool:
                      login (initiate login)  %s/lti/login
                      launch (redirect)       %s/lti/launch
                      key set (JWKS)          %s/lti/jwks""".formatted(platform.issuer(), platform.id(), here.url(),
                    here.url(), here.url());
        } catch (IllegalArgumentException e) {
            throw new CommandRefused(
                    "--" + String.valueOf(e.getMessage()).replaceFirst("^([a-z]+) ([a-z]+):", "$1-$2:"));
        }
    }
}
