// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list, by key and not by offset.
 *
 * @param items in the order asked for
 * @param next opaque; hand it back for the following page; null after the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
