// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.List;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The learner whose work somebody looks at (Submission Review 1.0): not always the one who launches. A user id that
 * the tool does not know is "not found" and nothing more.
 *
 * @param userId the same as the subject of the learner's own launches
 * @param roles the learner's roles in the course, as sent; may be empty
 * @param name the full name; null when hidden
 * @param email the address; null when hidden
 */
public record ForUser(String userId, List<String> roles, @Nullable String name, @Nullable String email) {
    /** Copies the roles, so that the value cannot change. */
    public ForUser {
        roles = List.copyOf(roles);
    }

    static @Nullable ForUser of(Json claim) {
        String userId = claim.id("user_id");
        return userId == null
                ? null
                : new ForUser(userId, claim.texts("roles"), claim.text("name"), claim.text("email"));
    }

    @Override
    public String toString() {
        return "ForUser";
    }
}
