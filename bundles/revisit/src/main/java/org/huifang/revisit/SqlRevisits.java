// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.DayLoad;
import org.huifang.api.revisit.DueLoad;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Owned;
import org.huifang.api.revisit.Revisits;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The revisits, read from and written to the store. */
@Component
public final class SqlRevisits implements Revisits {
    private static final int LARGEST_PAGE = 500;

    private static final String OWNED = """
        select id, learner, course, origin, minutes, skill from revisit.obligation
        where tenant = ? and owner = ? and state in ('SCHEDULED', 'DUE')""";

    private final RevisitStore store;
    private final InstantSource clock;
    private final HandingIn handingIn;
    private final Drafts drafts;
    private final Handling handling;
    private final Settings settings;

    @Activate
    public SqlRevisits(@Reference RevisitStore store, @Reference InstantSource clock, @Reference HandingIn handingIn,
            @Reference Drafts drafts, @Reference Handling handling, @Reference Settings settings) {
        this.store = store;
        this.clock = clock;
        this.handingIn = handingIn;
        this.drafts = drafts;
        this.handling = handling;
        this.settings = settings;
    }

    @Override
    public Page<Obligation> queue(TenantId tenant, @Nullable UUID owner, @Nullable String after, int limit) {
        checked(limit);
        Instant now = clock.instant();
        return store.of(tenant, sql -> {
            Page<Owed> page = new QueuePages(sql, tenant, owner, now).page(after, limit);
            return new Page<>(Shown.all(sql, page.items(), now), page.next());
        });
    }

    @Override
    public long queued(TenantId tenant, @Nullable UUID owner) {
        return store.of(tenant, sql -> new QueuePages(sql, tenant, owner, clock.instant()).count());
    }

    private static void checked(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " items");
        }
    }

    @Override
    public UUID take(TenantId tenant, UUID obligation, UUID agent) {
        return handling.take(tenant, obligation, agent);
    }

    @Override
    public void release(TenantId tenant, UUID obligation, UUID agent) {
        handling.release(tenant, obligation, agent);
    }

    @Override
    public int assign(TenantId tenant, Collection<UUID> obligations, UUID owner) {
        return handling.assign(tenant, obligations, owner);
    }

    @Override
    public List<Owned> owned(TenantId tenant, UUID owner) {
        return store.of(tenant, sql -> sql.list(OWNED, row -> new Owned(Sql.id(row, "id"), Sql.id(row, "learner"),
                Sql.id(row, "course"), Origin.valueOf(row.getString("origin")), row.getInt("minutes"),
                row.getString("skill")), tenant.value(), owner));
    }

    @Override
    public int exempt(TenantId tenant, Collection<UUID> obligations, String reason, UUID by) {
        return handling.exempt(tenant, obligations, reason, by);
    }

    @Override
    public int unexempt(TenantId tenant, Collection<UUID> obligations, UUID by) {
        return handling.unexempt(tenant, obligations, by);
    }

    @Override
    public boolean reschedule(TenantId tenant, UUID obligation, Instant at, UUID by) {
        return handling.reschedule(tenant, obligation, at, by);
    }

    @Override
    public List<DayLoad> load(TenantId tenant, int days) {
        Instant now = clock.instant();
        return store.of(tenant, sql -> Load.of(sql, tenant, now, settings.planning(tenant).zone(), days));
    }

    @Override
    public List<DueLoad> dueLoad(TenantId tenant, int days) {
        Instant now = clock.instant();
        return store.of(tenant, sql -> Load.due(sql, tenant, now, settings.planning(tenant).zone(), days));
    }

    @Override
    public Optional<Obligation> find(TenantId tenant, UUID obligation) {
        return store.of(tenant, sql -> {
            Owed owed = Obligations.find(sql, tenant, obligation);
            return owed == null ? Optional.empty() : Optional.of(Shown.one(sql, owed, clock.instant()));
        });
    }

    @Override
    public List<Obligation> of(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> Shown.all(sql, Obligations.list(sql,
                "where o.tenant = ? and o.learner = any (?::uuid[]) order by o.opens, o.id",
                List.of(tenant.value(), learners.toArray(UUID[]::new))),
                clock.instant()));
    }

    @Override
    public Ledger ledger(TenantId tenant, @Nullable UUID course) {
        Instant now = clock.instant();
        return store.of(tenant, sql -> new Ledger(Conservation.rows(sql, tenant, course, now), now,
                Gaps.of(sql, tenant).orElse(null), Conservation.unplanned(sql, tenant, course)));
    }

    @Override
    public Page<Obligation> list(TenantId tenant, @Nullable UUID course, @Nullable String step, @Nullable State state,
            @Nullable String after, int limit) {
        var condition = new StringBuilder("o.tenant = ?");
        List<Object> parameters = new ArrayList<>(List.of(tenant.value()));
        if (course != null) {
            condition.append(" and o.course = ?");
            parameters.add(course);
        }
        if (step != null) {
            condition.append(" and o.step = ?");
            parameters.add(step);
        }
        if (state != null) {
            condition.append(" and o.state = ?");
            parameters.add(state == State.OVERDUE ? State.DUE.name() : state.name());
        }
        if (state == State.DUE || state == State.OVERDUE) {
            condition.append(state == State.DUE ? " and o.due >= ?" : " and o.due < ?");
            parameters.add(clock.instant());
        }
        return page(tenant, condition.toString(), parameters, after, limit);
    }

    @Override
    public Handled handIn(TenantId tenant, UUID obligation, Attempt attempt) {
        return handingIn.handIn(tenant, obligation, attempt);
    }

    @Override
    public String draft(TenantId tenant, UUID obligation, UUID agent) {
        return drafts.of(tenant, obligation, agent);
    }

    @Override
    public void keepDraft(TenantId tenant, UUID obligation, UUID agent, String text) {
        drafts.keep(tenant, obligation, agent, text);
    }

    private Page<Obligation> page(TenantId tenant, String condition, List<? extends @Nullable Object> parameters,
            @Nullable String after,
            int limit) {
        checked(limit);
        return store.of(tenant, sql -> {
            List<Owed> rows = Keyset.rows(sql, condition, parameters, after, limit);
            boolean more = rows.size() > limit;
            List<Owed> shown = more ? rows.subList(0, limit) : rows;
            return new Page<>(Shown.all(sql, shown, clock.instant()),
                    more ? Keyset.of(shown.getLast()).toString() : null);
        });
    }
}
