// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Pack;
import org.huifang.api.calendar.Span;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.huifang.persistence.SqlWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calendars on PostgreSQL, read again after each change, and now and then because another node may have made one. */
@Component
public final class StoredCalendars implements Calendars {
    static final Duration FRESH = Duration.ofSeconds(30);

    private record Held(Snapshot snapshot, Instant read) {
        boolean fresh(Instant now) {
            return !now.isBefore(read) && now.isBefore(read.plus(FRESH));
        }
    }

    private final ConcurrentMap<TenantId, Held> held = new ConcurrentHashMap<>();
    private final Brought brought = Brought.read();
    private final CalendarStore store;
    private final Announcer announcer;
    private final InstantSource clock;

    @Activate
    public StoredCalendars(@Reference CalendarStore store, @Reference Announcer announcer,
            @Reference InstantSource clock) {
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
    }

    private Snapshot snapshot(TenantId tenant) {
        Instant now = clock.instant();
        Held known = held.get(tenant);
        if (known != null && known.fresh(now)) {
            return known.snapshot();
        }
        // inside compute, so that a change forgets what was read before it, also what is being read just now
        return held.compute(tenant, (key, other) -> other != null && other.fresh(now)
                ? other
                : new Held(Snapshot.of(brought, store.of(tenant, sql -> Chosen.read(sql, tenant))), now)).snapshot();
    }

    private void change(TenantId tenant, SqlWork<Integer> work) {
        store.of(tenant, work);
        held.remove(tenant);
        announcer.tell(tenant, "calendar");
    }

    @Override
    public WorkCalendar work(TenantId tenant) {
        return snapshot(tenant).work();
    }

    @Override
    public ContactHours hours(TenantId tenant, String channel) {
        return snapshot(tenant).hours(channel);
    }

    @Override
    public List<Cap> caps(TenantId tenant) {
        return snapshot(tenant).caps();
    }

    @Override
    public void setCaps(TenantId tenant, List<Cap> caps) {
        List<Cap> ofPack = pack(tenant).caps();
        List<Cap> own = caps.stream().filter(cap -> !ofPack.contains(cap)).distinct().toList();
        change(tenant, connection -> Choices.caps(connection, tenant, own));
    }

    @Override
    public void setWeek(TenantId tenant, ZoneId zone, Map<DayOfWeek, List<Span>> week) {
        var checked = new WorkCalendar(zone, week, Map.of());
        change(tenant, connection -> Choices.week(connection, tenant, checked));
    }

    @Override
    public List<CalendarDay> days(TenantId tenant, int year) {
        return snapshot(tenant).days(year);
    }

    @Override
    public void setDay(TenantId tenant, CalendarDay day) {
        change(tenant, connection -> Choices.day(connection, tenant, day));
    }

    @Override
    public void removeDay(TenantId tenant, LocalDate day) {
        change(tenant, connection -> new Sql(connection).update("delete from calendar.day where tenant = ? and day = ?",
                tenant.value(), day));
    }

    @Override
    public List<Blackout> blackouts(TenantId tenant) {
        return snapshot(tenant).blackouts();
    }

    @Override
    public void setBlackout(TenantId tenant, Blackout blackout) {
        change(tenant, connection -> Choices.blackout(connection, tenant, blackout));
    }

    @Override
    public void removeBlackout(TenantId tenant, UUID id) {
        change(tenant,
                connection -> new Sql(connection).update("delete from calendar.blackout where tenant = ? and id = ?",
                        tenant.value(), id));
    }

    @Override
    public List<Pack> packs() {
        return brought.packs().stream().map(BroughtPack::pack).toList();
    }

    @Override
    public Pack pack(TenantId tenant) {
        return snapshot(tenant).pack();
    }

    @Override
    public void choosePack(TenantId tenant, String name) {
        String known = brought.pack(name).pack().name();
        change(tenant, connection -> Choices.pack(connection, tenant, known));
    }
}
