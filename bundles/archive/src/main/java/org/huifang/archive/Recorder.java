// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Receipt;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.archive.GroupCommit.Waiting;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.huifang.persistence.SqlFailed;
import org.huifang.persistence.Unit;

/** Commits a batch; when the database refuses it, each delivery by itself, so that one bad one harms no other. */
final class Recorder {
    private static final int ATTEMPTS = 5;

    private final Unit unit;
    private final Announcer announcer;
    private final KeyTable people = KeyTable.ofPeople();
    private final KeyTable courses = KeyTable.ofCourses();

    Recorder(Unit unit, Announcer announcer) {
        this.unit = unit;
        this.announcer = announcer;
    }

    void commit(List<Waiting<Checked, Receipt>> batch) {
        Map<TenantId, List<Waiting<Checked, Receipt>>> byTenant = new LinkedHashMap<>();
        batch.forEach(one -> byTenant.computeIfAbsent(one.item().delivery().tenant(), t -> new ArrayList<>()).add(one));
        byTenant.forEach((tenant, deliveries) -> {
            try {
                together(tenant, deliveries);
            } catch (SqlFailed | IllegalArgumentException refused) {
                deliveries.forEach(one -> alone(tenant, one));
            } catch (RuntimeException e) {
                deliveries.forEach(one -> one.result().completeExceptionally(failure(e)));
            }
        });
    }

    private void together(TenantId tenant, List<Waiting<Checked, Receipt>> deliveries) {
        Batch.Result result = store(tenant, deliveries.stream().map(Waiting::item).toList());
        people.remember(result.people());
        courses.remember(result.courses());
        for (int i = 0; i < deliveries.size(); i++) {
            deliveries.get(i).result().complete(result.receipts().get(i));
        }
        announcer.tell(result.changes());
    }

    /** Most deliveries are new; asking first which are not makes the insert of a delivery twice as dear. */
    private Batch.Result store(TenantId tenant, List<Checked> deliveries) {
        boolean believedNew = true;
        for (int attempt = 1;; attempt++) {
            try {
                return unit.sql(tenant, new Batch(tenant, deliveries, people, courses, believedNew)::run);
            } catch (SqlFailed refused) {
                boolean again = believedNew && refused.duplicate()
                        || refused.transientConflict() && attempt < ATTEMPTS;
                if (!again) {
                    throw refused;
                }
                believedNew &= !refused.duplicate();
            }
        }
    }

    /** As part of a larger transaction; call {@link #tell} with the result once it is committed. */
    Set<Change> within(Sql sql, Delivery delivery) throws SQLException {
        return new Batch(delivery.tenant(), List.of(Checked.of(delivery)), people, courses, false)
                .run(sql.connection()).changes();
    }

    void tell(Set<Change> changes) {
        announcer.tell(changes);
    }

    private void alone(TenantId tenant, Waiting<Checked, Receipt> one) {
        try {
            together(tenant, List.of(one));
        } catch (RuntimeException e) {
            one.result().completeExceptionally(failure(e));
        }
    }

    /** SQLSTATE class 22 is bad data, class 54 is data too large. */
    static RuntimeException failure(RuntimeException e) {
        return switch (e) {
            case StoreUnavailable away -> new ArchiveUnavailable(String.valueOf(away.getMessage()), away);
            case SqlFailed refused when refused.transientConflict() ->
                new ArchiveUnavailable("too many conflicts", refused);
            case SqlFailed refused when refused.state().startsWith("22") || refused.state().startsWith("54") ->
                new IllegalArgumentException("the database refuses a value", refused);
            default -> e;
        };
    }
}
