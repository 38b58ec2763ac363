// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.time.Duration;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Background work, registered as a service. At most one node runs a job of a name at a time; a run that throws is
 * logged and tried again after the pause. Runs are at least once: effect and progress belong in one transaction.
 */
@ConsumerType
public interface Job {
    /** Unique and stable, as {@code revisit.follow}. */
    String name();

    /** The pause after a run that found nothing more to do; real time, not the movable clock's. */
    Duration pause();

    /**
     * Topics of {@link Change} after which it runs at once. It may be told before what was committed can be seen, for the
     * timeline waits for transactions under way; so for three seconds its pause is 200 ms at most.
     */
    default Set<String> follows() {
        return Set.of();
    }

    /**
     * Does one bounded piece of work.
     *
     * @return true when more is waiting, so that the next run follows at once
     */
    boolean run();
}
