// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.OtherContacts;
import org.huifang.persistence.Sql;
import org.huifang.revisit.planner.Contact;
import org.huifang.revisit.planner.Planner;
import org.huifang.revisit.planner.Task;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds messages of others to the same limits as revisits. */
@Component
public final class CountOthers implements OtherContacts {
    private static final Duration SOON = Duration.ofMinutes(15);

    private static final String TOUCH = """
        insert into revisit.touch (tenant, person, channel, at, key) values (?, ?, ?, ?, ?) on conflict do nothing""";

    /** What took place, and what is arranged: a message must not take the room of a call that the learner was told of. */
    private static final String OTHERS = """
        select channel, at from revisit.touch where person = ? and at >= ? and key <> ?
        union all select channel, at from revisit.contact where person = ? and not over""";

    private final RevisitStore store;
    private final Planners planners;

    @Activate
    public CountOthers(@Reference RevisitStore store, @Reference Planners planners) {
        this.store = store;
        this.planners = planners;
    }

    @Override
    public Optional<Hold> barrier(TenantId tenant, UUID learner, String purpose, String channel, String key,
            Instant at) {
        Reachability files = planners.reachability();
        Planner planner = planners.of(tenant);
        if (files == null || planner == null) {
            // Nobody knows now whether it is permitted.
            return Optional.of(new Hold(Hold.Reason.QUIET_HOURS, at.plus(SOON)));
        }
        Reach reach = files.of(tenant, List.of(learner), Set.of(purpose), at).get(learner);
        if (reach == null) {
            return Optional.of(new Hold(Hold.Reason.NO_CONTACT_POINT, null));
        }
        var message = new Task(learner, null, purpose, List.of(channel), at, at.plus(SOON), 0, false);
        List<Contact> others = store.of(tenant, sql -> sql.list(OTHERS,
                row -> new Contact(null, row.getString("channel"), Sql.instant(row, "at"), List.of(), true),
                reach.person(), at.minus(planners.longestCap(tenant)), key, reach.person()));
        @Nullable
        Hold hold = planner.barrier(reach, message, channel, others, at);
        return Optional.ofNullable(hold);
    }

    @Override
    public void counts(TenantId tenant, UUID learner, String channel, String key, Instant at) {
        Reachability files = planners.reachability();
        Reach reach = files == null ? null : files.of(tenant, List.of(learner), Set.of(), at).get(learner);
        UUID person = reach == null ? learner : reach.person();
        store.of(tenant,
                sql -> sql.update(TOUCH, tenant.value(), person, channel, Place.storable(at), key));
    }

    @Override
    public void countsNot(TenantId tenant, String key) {
        store.of(tenant,
                sql -> sql.update("delete from revisit.touch where tenant = ? and key = ?", tenant.value(), key));
    }
}
