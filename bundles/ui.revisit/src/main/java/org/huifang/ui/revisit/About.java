// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or promised in a call, which may be about several courses.
 *
 * @param course the one that it is about; null, as in drafts of earlier versions, means that of the first purpose
 */
record About<T>(T what, @Nullable UUID course) {
    <S> About<S> map(Function<T, S> change) {
        return new About<>(change.apply(what), course);
    }
}
