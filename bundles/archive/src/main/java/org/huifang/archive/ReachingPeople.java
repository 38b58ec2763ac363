// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for thousands of people with a handful of statements. */
@Component
public final class ReachingPeople implements Reachability {
    private static final int MOST = 10_000;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay DAY_BEFORE = MonthDay.of(2, 28);
    private static final String BORN = """
        select id from archive.learner where tenant = ? and listed and birthday = any (?::text[]) and id > ?
        order by id limit ?""";

    private final ArchiveStore store;

    @Activate
    public ReachingPeople(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Reach> of(TenantId tenant, Collection<UUID> learners, Set<String> purposes, Instant now) {
        if (learners.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " at once");
        }
        return learners.isEmpty()
                ? Map.of()
                : store.of(tenant, sql -> new Reaching(sql, tenant, now).of(learners, purposes));
    }

    @Override
    public List<UUID> born(TenantId tenant, MonthDay day, @Nullable UUID after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST);
        }
        List<MonthDay> days = day.equals(DAY_BEFORE) ? List.of(day, LEAP_DAY) : List.of(day);
        return store.of(tenant, sql -> sql.list(BORN, row -> Sql.id(row, "id"), tenant.value(),
                Sql.texts(days, one -> "%02d-%02d".formatted(one.getMonthValue(), one.getDayOfMonth())),
                after == null ? new UUID(0, 0) : after, limit));
    }
}
