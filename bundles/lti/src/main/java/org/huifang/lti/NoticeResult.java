// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.List;

/** What came of one notice of a batch. */
public sealed interface NoticeResult {
    /**
     * Taken just now.
     *
     * @param notice the notice
     */
    record Taken(Notice notice) implements NoticeResult {}

    /**
     * Taken before; nothing was done.
     *
     * @param notice the notice
     */
    record Duplicate(Notice notice) implements NoticeResult {}

    /**
     * Not genuine; nothing was done.
     *
     * @param reason for the audit log
     * @param detail for the log, without values from the token
     */
    record Refused(ReasonCode reason, String detail) implements NoticeResult {}

    /**
     * Genuine, and the inbox failed.
     *
     * @param notice the notice
     * @param cause what the inbox threw
     */
    record Failed(Notice notice, RuntimeException cause) implements NoticeResult {}

    /**
     * What to answer to a whole batch.
     *
     * @param results of one batch
     * @return 503 when any failed, so that the batch comes again; 400 when all were refused; 200 otherwise
     */
    static int status(List<NoticeResult> results) {
        return results.stream().anyMatch(Failed.class::isInstance)
                ? 503
                : !results.isEmpty() && results.stream().allMatch(Refused.class::isInstance) ? 400 : 200;
    }
}
