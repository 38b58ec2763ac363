// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.PlatformCourses;
import org.huifang.api.platform.Platforms;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks courses of platforms up by what the platforms call them. */
@Component
public final class KnownCourses implements PlatformCourses {
    private static final String KNOWN = """
        select registration, context from platform.context where registration = any (?) and context = any (?)""";

    private final PlatformStore store;
    private final Platforms platforms;

    @Activate
    public KnownCourses(@Reference PlatformStore store, @Reference Platforms platforms) {
        this.store = store;
        this.platforms = platforms;
    }

    @Override
    public Map<String, CourseKey> known(TenantId tenant, Collection<String> contexts) {
        UUID[] registered = platforms.all(tenant).stream().map(Platform::id).toArray(UUID[]::new);
        List<CourseKey> found = store.of(tenant, sql -> sql.list(KNOWN,
                row -> new CourseKey(CourseContext.source(Sql.id(row, "registration")),
                        row.getString("context")),
                registered, contexts.toArray(String[]::new)));
        Map<String, CourseKey> known = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (CourseKey key : found) {
            if (known.put(key.context(), key) != null) {
                twice.add(key.context());
            }
        }
        return known.entrySet().stream().filter(one -> !twice.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
