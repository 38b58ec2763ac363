// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where requests may go. Anything that is not an allowed origin must be https on an allowed port, with a host whose
 * every address is public.
 *
 * @param allowedOrigins origins an administrator vouches for, for example {@code http://127.0.0.1:9090} or
 *            {@code https://moodle.campus.lan}: plain http, private addresses and any port are fine there
 * @param ports the ports of all other origins
 */
public record EgressPolicy(Set<String> allowedOrigins, Set<Integer> ports) {
    private static final Pattern NUMERIC = Pattern.compile("(?i)(?:.*\\.)?(?:0x[0-9a-f]*|[0-9]+)\\.?");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    /** Brings the origins into one form. */
    public EgressPolicy {
        allowedOrigins = allowedOrigins.stream().map(o -> origin(URI.create(o)))
                .collect(Collectors.toUnmodifiableSet());
        ports = Set.copyOf(ports);
    }

    /**
     * Public https hosts on port 443 only.
     *
     * @return the policy for production
     */
    public static EgressPolicy strict() {
        return new EgressPolicy(Set.of(), Set.of(443));
    }

    /**
     * Public https hosts on port 443, and these origins whatever they are.
     *
     * @param origins for example {@code http://127.0.0.1:9090}
     * @return the policy
     */
    public static EgressPolicy allowing(String... origins) {
        return new EgressPolicy(Set.of(origins), Set.of(443));
    }

    /** True when the addresses need no check; throws when the address may not be asked at all. */
    boolean vouchedFor(URI uri) throws EgressException {
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawAuthority().indexOf('@') >= 0) {
            throw EgressException.refused("not a plain web address");
        }
        if (allowedOrigins.contains(origin(uri))) {
            return true;
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw EgressException.refused("only https is allowed");
        }
        if (!ports.contains(port(uri))) {
            throw EgressException.refused("port " + port(uri) + " is not allowed");
        }
        if (NUMERIC.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
            throw EgressException.refused("an address in disguise");
        }
        return false;
    }

    /** Scheme, host and port in one form: what {@code same origin} compares. */
    static String origin(URI uri) {
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        return scheme + "://" + Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT) + ":"
                + port(uri);
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
