// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a launch.
 *
 * @param id unique only within the issuer and deployment
 * @param label the short name
 * @param title the full name
 * @param types what it is: full URIs or bare words such as {@code CourseSection}; may be empty
 */
public record Context(String id, @Nullable String label, @Nullable String title, List<String> types) {
    /** Copies the types, so that the value cannot change. */
    public Context {
        types = List.copyOf(types);
    }
}
