// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.care;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who would be greeted.
 *
 * @param people how many, among those who were looked at
 * @param more whether there are so many that not all were looked at
 * @param agreed how many of {@code people} can be reached for care now, by consent and contact point
 * @param first some of them, in the order of days
 */
public record Preview(int people, boolean more, int agreed, List<Person> first) {
    public Preview {
        first = List.copyOf(first);
    }

    /** @param day of the greeting, or null where nobody can know it: of a milestone that is still ahead */
    public record Person(UUID learner, String name, @Nullable LocalDate day) {}
}
