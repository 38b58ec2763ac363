// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as it is answered.
 *
 * @param next value of the parameter {@code after} for the following page, null after the last; also as a Link header
 */
public record Paged<T>(List<T> items, @Nullable String next) {
    public Paged {
        items = List.copyOf(items);
    }
}
