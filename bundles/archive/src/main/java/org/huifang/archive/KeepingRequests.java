// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Plausible;
import org.huifang.api.consent.ChangeRequest;
import org.huifang.api.consent.ChangeRequests;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what learners ask to have changed. */
@Component
public final class KeepingRequests implements ChangeRequests {
    private static final String ADD = """
        insert into archive.request (tenant, id, learner, field, value, author, at) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do nothing""";
    private static final String COLUMNS = """
        select id, learner, field, value, author, at, recorded, accepted, reason, decided_by, decided
        from archive.request where tenant = ?""";
    private static final String DECIDE = """
        update archive.request set accepted = ?, reason = ?, decided_by = ?, decided = ?
        where tenant = ? and id = ? and decided is null""";

    private record Stored(ChangeRequest request, Instant recorded) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(new ChangeRequest(Sql.id(row, "id"), Sql.id(row, "learner"), row.getString("field"),
                    row.getString("value"), row.getString("author"), Sql.instant(row, "at"),
                    row.getObject("accepted", Boolean.class), row.getString("reason"), row.getString("decided_by"),
                    Sql.time(row, "decided")), Sql.instant(row, "recorded"));
        }
    }

    private record Decided(ChangeRequest request, Set<Change> changes) {}

    private final ArchiveStore store;
    private final Recorder recorder;

    @Activate
    public KeepingRequests(@Reference ArchiveStore store, @Reference Announcer announcer) {
        this.store = store;
        this.recorder = new Recorder(store.unit(), announcer);
    }

    @Override
    public @Nullable String ask(TenantId tenant, UUID key, UUID learner, String field, String value, String author,
            Instant at) {
        String plain = Plausible.plain(field, Text.storable(value));
        String objection = plain.isEmpty() ? "empty" : Plausible.objection(field, plain);
        if (objection != null) {
            return objection;
        }
        store.of(tenant, sql -> {
            List<UUID> parts = Merges.parts(sql, tenant, learner);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("there is no file " + learner);
            }
            return sql.update(ADD, tenant.value(), key, learner, field, plain, author, at);
        });
        recorder.tell(Set.of(new Change(tenant, "archive", learner, null)));
        return null;
    }

    @Override
    public List<ChangeRequest> of(TenantId tenant, UUID person) {
        return store.of(tenant, sql -> sql.list(COLUMNS + " and learner = any (?::uuid[]) order by recorded desc, id",
                row -> Stored.read(row).request, tenant.value(),
                Merges.parts(sql, tenant, person).toArray(UUID[]::new)));
    }

    @Override
    public Page<ChangeRequest> open(TenantId tenant, @Nullable String after, int limit) {
        var text = new StringBuilder(COLUMNS).append(" and decided is null");
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        if (after != null) {
            int slash = after.indexOf('/');
            text.append(" and (recorded, id) > (?::timestamptz, ?::uuid)");
            parameters.addAll(List.of(Instant.parse(after.substring(0, slash)), after.substring(slash + 1)));
        }
        parameters.add(Pages.checked(limit) + 1);
        Page<Stored> page = store.of(tenant, sql -> Pages.of(sql.list(text + " order by recorded, id limit ?",
                Stored::read, parameters.toArray()), limit, row -> row.recorded + "/" + row.request.id()));
        return new Page<>(page.items().stream().map(Stored::request).toList(), page.next());
    }

    @Override
    public ChangeRequest decide(TenantId tenant, UUID request, boolean accepted, String reason, String author,
            Instant at) {
        if (!accepted && reason.isBlank()) {
            throw new IllegalArgumentException("a refusal has a reason");
        }
        Decided decided = store.persistently(tenant, sql -> {
            boolean now = sql.update(DECIDE, accepted, Text.storable(reason), author, at, tenant.value(), request) == 1;
            ChangeRequest stands = sql.list(COLUMNS + " and id = ?", row -> Stored.read(row).request, tenant.value(),
                    request).stream().findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no request " + request));
            return new Decided(stands,
                    now && accepted ? recorder.within(sql, said(tenant, stands, author, at)) : Set.of());
        });
        recorder.tell(decided.changes);
        recorder.tell(Set.of(new Change(tenant, "archive", decided.request.learner(), null)));
        return decided.request;
    }

    private static Delivery said(TenantId tenant, ChangeRequest request, String author, Instant at) {
        return new Delivery(tenant, "learner", request.id().toString(), List.of(new Fact.ValueSaid(request.learner(),
                request.field(), request.value(), Confidence.VERIFIED, author, at)));
    }
}
