// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;

/**
 * A questionnaire for one learner.
 *
 * @param status whether it can be filled in
 * @param due until when an answer is hoped for
 */
public record Sheet(TenantId tenant, UUID obligation, UUID learner, UUID course, String step, Status status,
        Answers answers, Instant due) {
    /** Whether a sheet can be filled in, and if not, why; pages have a sentence for each. */
    public enum Status {
        NOT_YET, OPEN, ANSWERED, CLOSED
    }
}
