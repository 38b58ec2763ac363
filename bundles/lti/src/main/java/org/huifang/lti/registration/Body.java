// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, without members that say nothing. */
record Body(Map<String, Object> members) {
    Body() {
        this(new LinkedHashMap<>());
    }

    Body put(String name, @Nullable Object value) {
        boolean nothing = value == null || value instanceof Collection<?> c && c.isEmpty()
                || value instanceof Map<?, ?> m && m.isEmpty();
        if (value != null && !nothing) {
            members.put(name, value instanceof URI uri ? uri.toString() : value);
        }
        return this;
    }
}
