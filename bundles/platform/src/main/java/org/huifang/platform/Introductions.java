// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * What this node has told the archive of people when they launched. Whoever opens the page ten times in a morning is
 * introduced once: the same words again would only move the time at which the platform said them last. A name that was
 * changed elsewhere and changed back is right again after a few hours.
 */
final class Introductions {
    private static final Duration VALID = Duration.ofHours(4);
    private static final int MOST = 20_000;

    private record Who(TenantId tenant, PersonKey person) {}

    private record Said(Identity identity, Instant at) {}

    private final Map<Who, Said> said = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, Said> eldest) {
            return size() > MOST;
        }
    };

    /** What there is to say of somebody now. */
    synchronized Identity news(TenantId tenant, PersonKey person, Identity identity, Instant now) {
        @Nullable
        Said before = said.get(new Who(tenant, person));
        return before != null && before.identity().equals(identity) && before.at().isAfter(now.minus(VALID))
                && !before.at().isAfter(now) ? Identity.UNKNOWN : identity;
    }

    /** It is recorded. */
    synchronized void told(TenantId tenant, PersonKey person, Identity identity, Instant now) {
        if (!identity.equals(Identity.UNKNOWN)) {
            said.put(new Who(tenant, person), new Said(identity, now));
        }
    }
}
