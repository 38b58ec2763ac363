// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The door to the course's grades (AGS).
 *
 * @param scopes what the tool may ask a token for
 * @param lineItems the container of line items; null when the tool may not manage them
 * @param lineItem the line item of this link; null when there is none or more than one
 */
public record AssignmentAndGradesClaim(Set<String> scopes, @Nullable URI lineItems, @Nullable URI lineItem) {
    /** Copies the scopes, so that the value cannot change. */
    public AssignmentAndGradesClaim {
        scopes = Set.copyOf(scopes);
    }
}
