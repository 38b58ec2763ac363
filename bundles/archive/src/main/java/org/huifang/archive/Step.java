// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import org.huifang.api.TenantId;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Statements;
import org.jspecify.annotations.Nullable;

/**
 * One step of work over all files of the schools, in a transaction of its own.
 *
 * @param more whether another follows at once
 * @param done the school whose work ended with it, or null
 */
record Step(boolean more, @Nullable TenantId done) {
    /** Takes a step, and tells those who look at the archive of a school that is done. */
    static boolean take(ArchiveStore store, Announcer announcer, Statements<Step> work) {
        Step step = store.ofAll(work);
        if (step.done != null) {
            announcer.tell(step.done, "archive");
        }
        return step.more;
    }
}
