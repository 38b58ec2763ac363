// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.huifang.api.events.SignedEvents;
import org.huifang.lti.Jwks;
import org.huifang.lti.JwksRules;
import org.huifang.lti.SignedPayload;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Instructure's keys for signed payloads, which rotate every month: one set for all its customers. */
@Component
public final class InstructureKeys implements SignedEvents {
    /** Where the keys are, by the Canvas admin guide on live events by HTTPS. */
    public @interface Config {
        /** An address for the production keys. */
        String jwks() default "https://8axpcl50e4.execute-api.us-east-1.amazonaws.com/main/jwks";
    }

    private static final int LONGEST = 1024 * 1024;

    private final Jwks keys;
    private final URI jwks;

    @Activate
    public InstructureKeys(@Reference InstantSource clock, Config config) {
        this(URI.create(config.jwks()), EgressPolicy.strict(), clock);
    }

    /** With keys elsewhere. */
    public InstructureKeys(URI jwks, EgressPolicy policy, InstantSource clock) {
        this.jwks = jwks;
        this.keys = new Jwks(new Egress(policy), JwksRules.STANDARD, clock);
    }

    @Override
    public Optional<String> canvas(String token) {
        return SignedPayload.read(token, LONGEST, keys, jwks);
    }
}
