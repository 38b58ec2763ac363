// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/**
 * A course as one source knows it.
 *
 * @param source as in {@link PersonKey#source()}
 * @param context the source's id of the course, as LTI's {@code context.id}
 */
public record CourseKey(String source, String context) {
    public CourseKey {
        if (source.isEmpty() || context.isEmpty() || source.length() > 100 || context.length() > 255) {
            throw new IllegalArgumentException("source has 1 to 100 characters and context 1 to 255");
        }
    }
}
