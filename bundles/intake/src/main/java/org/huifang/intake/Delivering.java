// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;

/** Hands facts to the archive. */
final class Delivering {
    /** Facts of one delivery: few enough to be committed while a caller waits. */
    static final int PART = 100;
    private static final int ATTEMPTS = 4;

    private Delivering() {
    }

    /** A commit that came too late for its caller is found as a duplicate at the next attempt. */
    static void surely(LearnerArchive archive, Delivery delivery) {
        for (int attempt = 1;; attempt++) {
            try {
                archive.record(delivery);
                return;
            } catch (ArchiveUnavailable e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
