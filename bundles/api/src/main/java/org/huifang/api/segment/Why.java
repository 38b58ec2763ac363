// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

import java.util.List;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition is true of a file or not.
 *
 * @param value what the file says of the field that is asked for, or null when it says nothing; of a keeper the account, of a
 * measure the number, of purchases their titles and of values out of date their fields, a line each
 * @param enrolments what was looked at where courses are asked for
 * @param tags what was looked at where a tag is asked for
 * @param parts the same of each part of a combined condition
 */
public record Why(Condition condition, boolean holds, @Nullable String value, List<Enrolment> enrolments,
        List<Tag> tags, List<Why> parts) {
    public Why {
        enrolments = List.copyOf(enrolments);
        tags = List.copyOf(tags);
        parts = List.copyOf(parts);
    }
}
