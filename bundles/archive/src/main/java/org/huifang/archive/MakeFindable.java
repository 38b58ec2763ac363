// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files that search does not know yet: those that were there before it, and those that were opened without a word about
 * who it is. Some thousand at a time.
 */
@Component(service = Job.class)
public final class MakeFindable implements Job {
    private static final int AT_ONCE = 2_000;
    private static final String NEXT = """
        select tenant, id from archive.learner where not findable order by id limit %d
        for no key update skip locked""".formatted(AT_ONCE);

    private record Next(TenantId tenant, UUID learner) {}

    private final ArchiveStore store;

    @Activate
    public MakeFindable(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "archive.findable";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean run() {
        return store.ofAll(MakeFindable::step);
    }

    private static boolean step(Sql sql) throws SQLException {
        List<Next> waiting = sql.list(NEXT,
                row -> new Next(new TenantId(row.getString("tenant")), Sql.id(row, "id")));
        Map<TenantId, List<UUID>> files = waiting.stream().collect(Collectors.groupingBy(Next::tenant,
                Collectors.mapping(Next::learner, Collectors.toList())));
        for (var school : files.entrySet()) {
            Files.lock(sql, school.getKey(), school.getValue());
            ShownNames.refresh(sql, school.getKey(), school.getValue());
        }
        return waiting.size() == AT_ONCE;
    }
}
