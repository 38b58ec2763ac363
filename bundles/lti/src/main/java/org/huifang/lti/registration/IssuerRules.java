// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which hosts may speak for an issuer. The rule of the specification is that a configuration is read from the issuer's
 * own host. Two hosted platforms have one issuer for all schools and answer elsewhere; they are named here, and
 * nobody else is.
 *
 * @param elsewhere by issuer, the hosts that speak for it too; a leading dot means all below
 */
public record IssuerRules(Map<String, Set<String>> elsewhere) {
    /** Canvas and Blackboard as their makers host them. */
    public static final IssuerRules STANDARD = new IssuerRules(Map.of("https://canvas.instructure.com",
            Set.of("sso.canvaslms.com", ".instructure.com"), "https://canvas.beta.instructure.com",
            Set.of("sso.beta.canvaslms.com", ".beta.instructure.com"), "https://canvas.test.instructure.com",
            Set.of("sso.test.canvaslms.com", ".test.instructure.com"), "https://blackboard.com",
            Set.of("developer.blackboard.com")));

    /** Copies the rules, so that the value cannot change. */
    public IssuerRules {
        elsewhere = Map.copyOf(elsewhere);
    }

    boolean speaksFor(URI configuration, String issuer) {
        String host = Objects.requireNonNullElse(configuration.getHost(), "").toLowerCase(Locale.ROOT);
        String own = Objects.requireNonNullElse(URI.create(issuer).getHost(), "").toLowerCase(Locale.ROOT);
        return host.equals(own) || elsewhere.getOrDefault(issuer, Set.of()).stream()
                .anyMatch(h -> h.startsWith(".") ? host.endsWith(h) : host.equals(h));
    }
}
