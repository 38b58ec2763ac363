// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.huifang.lti.Registration;
import org.huifang.lti.egress.Egress;

/**
 * Names and Role Provisioning Services 2.0: reads who is in a course, page by page. Safe for many threads.
 */
public final class NamesAndRoles {
    /** The scope a token needs. */
    public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private final Egress egress;
    private final TokenClient tokens;
    private final RosterRules rules;
    private final InstantSource clock;

    /**
     * A reader.
     *
     * @param egress the way out
     * @param tokens the tool's tokens
     * @param rules the limits, for example {@link RosterRules#STANDARD}
     * @param clock the time
     */
    public NamesAndRoles(Egress egress, TokenClient tokens, RosterRules rules, InstantSource clock) {
        this.egress = egress;
        this.tokens = tokens;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Reads a roster to its end. Only one page is held at a time, and each member is handed over once. Ask only with
     * addresses learnt in verified launches of the same registration: a platform's token may open every course.
     *
     * @param registration the platform
     * @param url the launch's {@code contextMembershipsUrl}, or the {@code differences} of an earlier reading
     * @param query what to ask
     * @param pages takes each page in order, in the caller's thread; what it throws ends the reading and goes through
     * @return how it ended
     */
    public RosterResult read(Registration registration, URI url, RosterQuery query, Consumer<RosterPage> pages) {
        return new RosterReading(egress, tokens, rules, clock, registration, Set.of(SCOPE), query).read(url, pages);
    }
}
