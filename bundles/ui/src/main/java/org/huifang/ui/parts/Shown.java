// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part shows was made of: a push that changed nothing of it leaves focus and open lists alone. */
public final class Shown {
    private List<@Nullable Object> values = List.of();

    /** Whether this is something else than the last time. */
    public boolean changed(@Nullable Object... now) {
        List<@Nullable Object> next = Arrays.asList(now.clone());
        if (next.equals(values)) {
            return false;
        }
        values = next;
        return true;
    }

    /** The next one counts as changed, whatever it is. */
    public void forget() {
        values = List.of();
    }
}
