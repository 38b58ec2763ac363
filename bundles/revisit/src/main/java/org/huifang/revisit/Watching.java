// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Trigger;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Has triggers fire for learners whose standing or time has moved, within one transaction. */
final class Watching {
    private static final String LOAD = """
        select f.trigger, f.course, f.learner, f.holds, f.last, f.times from revisit.fired f
        where (f.course, f.learner) in (select * from unnest(?::uuid[], ?::uuid[]))""";

    private static final String SAVE = """
        insert into revisit.fired (tenant, trigger, course, learner, holds, last, times)
        select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bool[], ?::timestamptz[], ?::int[])
        on conflict (trigger, course, learner) do update set holds = excluded.holds, last = excluded.last,
            times = excluded.times""";

    private static final String LAST = """
        select coalesce(max(nth), 0) from revisit.obligation
        where tenant = ? and learner = ? and course = ? and step = ?""";

    /** A trigger and a place. */
    record Key(UUID trigger, PlaceKey place) {}

    private final Sql sql;
    private final Function<TenantId, Planning> planning;
    private final Instant now;
    private final Owners owners;
    private final Map<TenantId, List<Trigger>> triggers = new HashMap<>();

    Watching(Sql sql, Function<TenantId, Planning> planning, Instant now, Owners owners) {
        this.sql = sql;
        this.planning = planning;
        this.now = now;
        this.owners = owners;
    }

    /** What is owed because triggers fired; when to look again is noted in the places, which the caller saves. */
    List<Owed> look(Map<PlaceKey, Places.Kept> places) throws SQLException {
        Map<PlaceKey, Places.Kept> watched = new HashMap<>();
        for (var entry : places.entrySet()) {
            if (!live(entry.getKey().tenant()).isEmpty()) {
                watched.put(entry.getKey(), entry.getValue());
            }
        }
        if (watched.isEmpty()) {
            return List.of();
        }
        Map<UUID, Set<String>> tags = Tags.of(sql, watched.keySet());
        Map<Key, Fired> before = load(watched.keySet());
        Map<Key, Fired> after = new HashMap<>();
        List<Owed> owed = new ArrayList<>();
        for (var entry : watched.entrySet()) {
            PlaceKey place = entry.getKey();
            Instant again = null;
            for (Trigger trigger : live(place.tenant())) {
                if (!concerns(trigger, place, tags.getOrDefault(place.learner(), Set.of()))) {
                    continue;
                }
                var key = new Key(trigger.id(), place);
                Fired was = before.getOrDefault(key, Fired.NEVER);
                Fired.Look look = was.look(trigger, entry.getValue().place(), now);
                again = earlier(again, look.again());
                if (!look.now().equals(was)) {
                    after.put(key, look.now());
                }
                if (look.fires()) {
                    owed.add(owed(trigger, place));
                }
            }
            places.put(place, entry.getValue().lookAt(again));
        }
        save(sql, after);
        return owed;
    }

    static boolean concerns(Trigger trigger, PlaceKey place, Set<String> tags) {
        return (trigger.course() == null || trigger.course().equals(place.course()))
                && (trigger.tag() == null || tags.contains(trigger.tag()));
    }

    /** A rule that was removed may have had the same code: what it asked for is counted on. */
    private Owed owed(Trigger trigger, PlaceKey place) throws SQLException {
        int nth = 1 + sql.list(LAST, row -> row.getInt(1), place.tenant().value(), place.learner(), place.course(),
                trigger.code()).getFirst();
        Instant due = now.atZone(planning.apply(place.tenant()).zone()).plusDays(trigger.dueDays()).toInstant();
        return new Owed(place.tenant(), UUID.randomUUID(), place.learner(), place.course(), trigger.code(), nth,
                trigger.kind(), Origin.TRIGGER, trigger.name(), null, trigger.minutes(), trigger.notice(),
                trigger.skill(),
                owners.of(place.tenant(), place.course()), Owed.Standing.scheduled(new Window(now, due)));
    }

    private List<Trigger> live(TenantId tenant) throws SQLException {
        List<Trigger> known = triggers.get(tenant);
        if (known == null) {
            known = TriggerTable.all(sql, tenant).stream().filter(Trigger::live).toList();
            triggers.put(tenant, known);
        }
        return known;
    }

    private Map<Key, Fired> load(Set<PlaceKey> places) throws SQLException {
        Map<PlaceKey, PlaceKey> byIds = new HashMap<>();
        places.forEach(place -> byIds.put(new PlaceKey(TenantId.DEFAULT, place.course(), place.learner()), place));
        Map<Key, Fired> fired = new HashMap<>();
        sql.<Boolean>list(LOAD, row -> {
            PlaceKey place = byIds.get(new PlaceKey(TenantId.DEFAULT, Sql.id(row, "course"), Sql.id(row, "learner")));
            if (place != null) {
                fired.put(new Key(Sql.id(row, "trigger"), place),
                        new Fired(row.getBoolean("holds"), Sql.time(row, "last"), row.getInt("times")));
            }
            return place != null;
        }, Sql.ids(places, PlaceKey::course), Sql.ids(places, PlaceKey::learner));
        return fired;
    }

    static void save(Sql sql, Map<Key, Fired> fired) throws SQLException {
        if (fired.isEmpty()) {
            return;
        }
        var keys = fired.keySet();
        var values = fired.values();
        sql.update(SAVE, Sql.texts(keys, k -> k.place().tenant().value()), Sql.ids(keys, Key::trigger),
                Sql.ids(keys, k -> k.place().course()), Sql.ids(keys, k -> k.place().learner()),
                Sql.flags(values, Fired::holds), Sql.times(values, Fired::last), Sql.numbers(values, Fired::times));
    }

    /** Notes what holds already; how often it fired before stays known, so that what is owed is told apart. */
    static void begin(Sql sql, Map<Key, Fired> held) throws SQLException {
        if (held.isEmpty()) {
            return;
        }
        var keys = held.keySet();
        sql.update("""
            insert into revisit.fired (tenant, trigger, course, learner, holds, last, times)
            select *, true, null::timestamptz, 0 from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[])
            on conflict (trigger, course, learner) do update set holds = true""",
                Sql.texts(keys, k -> k.place().tenant().value()), Sql.ids(keys, Key::trigger),
                Sql.ids(keys, k -> k.place().course()), Sql.ids(keys, k -> k.place().learner()));
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
