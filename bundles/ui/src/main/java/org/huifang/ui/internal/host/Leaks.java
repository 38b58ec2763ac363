// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.ReflectionCache;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Static caches of Vaadin and the JDK that keep the classes of a removed bundle. Two of them are private: a new version
 * of Vaadin that moves them is noticed when the host starts.
 */
public final class Leaks {
    private static final Field WARNED = field(UIInternals.class, "warnedAboutDeps");
    private static final Field PROPERTY_SETS = field(BeanPropertySet.class, "INSTANCES");

    private Leaks() {
    }

    /** Forgets all cached classes; they are found again when needed. */
    public static void clean() {
        ReflectionCache.clearAll();
        Introspector.flushCaches();
        clear(WARNED);
        clear(PROPERTY_SETS);
    }

    /** Fails where a private cache is not what this version of Vaadin had. */
    static void check() {
        if (!(value(WARNED) instanceof Collection) || !(value(PROPERTY_SETS) instanceof Map)) {
            throw new IllegalStateException("Vaadin keeps its classes elsewhere than in " + WARNED + " and "
                    + PROPERTY_SETS + ": removed views would leak");
        }
    }

    private static void clear(Field field) {
        switch (value(field)) {
            case Collection<?> collection -> collection.clear();
            case Map<?, ?> map -> map.clear();
            case null, default -> throw new IllegalStateException(field + " cannot be cleared");
        }
    }

    private static @Nullable Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Class<?> owner, String name) {
        try {
            var field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(owner + " has no field " + name + ": removed views would leak", e);
        }
    }
}
