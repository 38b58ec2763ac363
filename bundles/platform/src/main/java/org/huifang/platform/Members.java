// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who was on a roster when it was read last: subjects and hashes, nothing personal. */
@Component(service = Members.class)
public final class Members {
    private final PlatformStore store;

    @Activate
    public Members(@Reference PlatformStore store) {
        this.store = store;
    }

    Map<String, byte[]> of(CourseContext course) {
        return store.of(course.tenant(), sql -> {
            Map<String, byte[]> known = new HashMap<>();
            sql.list("select subject, hash from platform.member where registration = ? and context = ?",
                    r -> Objects.requireNonNullElse(known.put(Objects.requireNonNull(r.getString(1)),
                            r.getBytes(2)), new byte[0]),
                    course.registration(), course.context());
            return known;
        });
    }

    /** Keeps what the archive has recorded; of two exchanges at once the second one changes nothing. */
    void keep(CourseContext course, Map<String, byte[]> changed, Collection<String> left) {
        store.of(course.tenant(), sql -> {
            boolean first = sql.update(
                    "update platform.context set sync = sync + 1 where registration = ? and context = ? and sync = ?",
                    course.registration(), course.context(), course.sync()) == 1;
            if (first) {
                write(sql, course, changed, left);
            }
            return first;
        });
    }

    private static void write(Sql sql, CourseContext course, Map<String, byte[]> changed,
            Collection<String> left) throws SQLException {
        List<@Nullable Object[]> put = new ArrayList<>();
        changed.forEach((subject, hash) -> put.add(new Object[]{course.registration(), course.context(), subject,
                course.tenant().value(), hash}));
        sql.batch("""
                insert into platform.member (registration, context, subject, tenant, hash) values (?, ?, ?, ?, ?)
                on conflict (registration, context, subject) do update set hash = excluded.hash""", put);
        List<@Nullable Object[]> removed = new ArrayList<>();
        left.forEach(subject -> removed.add(new Object[]{course.registration(), course.context(), subject}));
        sql.batch("delete from platform.member where registration = ? and context = ? and subject = ?", removed);
    }
}
