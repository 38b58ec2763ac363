// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.huifang.lti.Jwks;
import org.huifang.lti.JwksRules;
import org.huifang.lti.LaunchRules;
import org.huifang.lti.LaunchVerifier;
import org.huifang.lti.OidcLogin;
import org.huifang.lti.ToolSite;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.huifang.lti.service.NamesAndRoles;
import org.huifang.lti.service.RosterRules;
import org.huifang.lti.service.TokenClient;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The LTI library put together. Requests go to public https addresses only, and to the very origins of the platforms
 * that an admin has registered, so that a campus machine is reached when somebody vouches for it.
 */
@Component(service = Tool.class)
public final class Tool {
    private static final Duration LOGIN_LIFE = Duration.ofMinutes(10);
    private static final Set<Integer> HTTPS = Set.of(443);
    private final Registered registered;
    private final LoginRows logins;
    private final ToolKeyRing keys;
    private final ToolSite site;
    private final InstantSource clock;
    private final OidcLogin login;
    private volatile @Nullable Outward outward;

    /** What depends on where requests may go. */
    private record Outward(Set<String> origins, LaunchVerifier launches, NamesAndRoles rosters) {}

    @Activate
    public Tool(@Reference Registered registered, @Reference LoginRows logins, @Reference ToolKeyRing keys,
            @Reference Surroundings here, @Reference InstantSource clock) {
        this.registered = registered;
        this.logins = logins;
        this.keys = keys;
        this.clock = clock;
        this.site = new ToolSite(here.url(), URI.create(here.url() + "/lti/launch"));
        this.login = new OidcLogin(registered, logins, site, LOGIN_LIFE, clock);
    }

    OidcLogin login() {
        return login;
    }

    LaunchVerifier launches() {
        return outward().launches;
    }

    NamesAndRoles rosters() {
        return outward().rosters;
    }

    private Outward outward() {
        Set<String> origins = registered.origins();
        Outward now = outward;
        return now != null && now.origins.equals(origins) ? now : renewed(origins);
    }

    private synchronized Outward renewed(Set<String> origins) {
        Outward now = outward;
        if (now == null || !now.origins.equals(origins)) {
            Egress egress = new Egress(new EgressPolicy(origins, HTTPS));
            now = new Outward(origins,
                    new LaunchVerifier(registered, logins, new Jwks(egress, JwksRules.STANDARD, clock), site,
                            LaunchRules.STANDARD, clock),
                    new NamesAndRoles(egress, new TokenClient(egress, keys, clock), RosterRules.STANDARD, clock));
            outward = now;
        }
        return now;
    }
}
