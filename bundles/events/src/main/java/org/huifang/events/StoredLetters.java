// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.events.DeadLetter;
import org.huifang.api.events.DeadLetters;
import org.huifang.api.events.LetterReader;
import org.huifang.api.events.Replayed;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The letters in the database, as plain as the learner's file that they are meant for. */
@Component
public final class StoredLetters implements DeadLetters {
    private static final int MOST_OPEN = 10_000;
    private static final String KEEP = """
        insert into events.letter (id, tenant, source, key, type, reason, body, times, first, last, state)
        select ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 'OPEN'
        where (select count(*) from (select 1 from events.letter where tenant = ? and source = ? and state = 'OPEN'
          limit ?) as o) < ?
        on conflict (tenant, source, key) do update set times = letter.times + 1, last = excluded.last,
          type = excluded.type, reason = excluded.reason, body = excluded.body""";
    private static final String LIST = """
        select id, source, key, type, reason, times, first, last, state, settled from events.letter
        where tenant = ? and (?::text is null or state = ?) and (?::text is null or source = ?)
        and (last, id) < (?::timestamptz, ?::uuid) order by last desc, id desc limit ?""";

    private final EventStore store;
    private final InstantSource clock;
    private final Announcer announcer;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable LetterReader reader;

    @Activate
    public StoredLetters(@Reference EventStore store, @Reference InstantSource clock,
            @Reference Announcer announcer) {
        this.store = store;
        this.clock = clock;
        this.announcer = announcer;
    }

    /** With a door that is there. */
    public StoredLetters(EventStore store, InstantSource clock, Announcer announcer, LetterReader reader) {
        this(store, clock, announcer);
        this.reader = reader;
    }

    @Override
    public void keep(TenantId tenant, String source, String key, String type, String reason, byte[] body) {
        Instant now = clock.instant();
        store.of(tenant, sql -> sql.update(KEEP, UUID.randomUUID(), tenant.value(), source, key, Sql.storable(type),
                Sql.storable(reason), body, now, now, tenant.value(), source, MOST_OPEN, MOST_OPEN));
        announcer.tell(tenant, EventStore.TOPIC);
    }

    @Override
    public Page<DeadLetter> list(TenantId tenant, DeadLetter.@Nullable State state, @Nullable String source,
            @Nullable String after, int limit) {
        String name = state == null ? null : state.name();
        Place place = Place.of(after);
        List<DeadLetter> rows = store.of(tenant, sql -> sql.list(LIST, StoredLetters::letter, tenant.value(), name,
                name, source, source, place.last(), place.id(), limit + 1));
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), Place.after(rows.get(limit - 1)));
    }

    @Override
    public int open(TenantId tenant) {
        return store.of(tenant, sql -> sql.list(
                "select count(*) from events.letter where tenant = ? and state = 'OPEN'", row -> row.getInt(1),
                tenant.value())).getFirst();
    }

    @Override
    public Optional<String> body(TenantId tenant, UUID letter) {
        return store.of(tenant, sql -> sql.list("select body from events.letter where tenant = ? and id = ?",
                row -> new String(row.getBytes(1), StandardCharsets.UTF_8), tenant.value(), letter)).stream()
                .findFirst();
    }

    @Override
    public Replayed replay(TenantId tenant, UUID letter) {
        record Kept(String source, String key, byte[] body) {}
        Optional<Kept> kept = store.of(tenant, sql -> sql.list(
                "select source, key, body from events.letter where tenant = ? and id = ?",
                row -> new Kept(row.getString(1), row.getString(2), row.getBytes(3)), tenant.value(), letter)).stream()
                .findFirst();
        LetterReader there = reader;
        if (kept.isEmpty() || there == null) {
            return new Replayed.Away();
        }
        Replayed replayed = there.again(tenant, kept.get().source, kept.get().key, kept.get().body);
        store.of(tenant, sql -> switch (replayed) {
            case Replayed.Recorded done -> settle(sql, tenant, letter, DeadLetter.State.REPLAYED);
            case Replayed.Refused refused ->
                sql.update("update events.letter set reason = ? where tenant = ? and id = ?",
                        Sql.storable(refused.reason()), tenant.value(), letter);
            case Replayed.Away away -> 0;
        });
        announcer.tell(tenant, EventStore.TOPIC);
        return replayed;
    }

    @Override
    public boolean dismiss(TenantId tenant, UUID letter, boolean on) {
        int changed = store.of(tenant, sql -> on
                ? settle(sql, tenant, letter, DeadLetter.State.DISMISSED)
                : sql.update("""
                    update events.letter set state = 'OPEN', settled = null
                    where tenant = ? and id = ? and state = 'DISMISSED'""", tenant.value(), letter));
        announcer.tell(tenant, EventStore.TOPIC);
        return changed == 1;
    }

    private int settle(Sql sql, TenantId tenant, UUID letter, DeadLetter.State state) throws SQLException {
        return sql.update(
                "update events.letter set state = ?, settled = ? where tenant = ? and id = ? and state = 'OPEN'",
                state.name(), clock.instant(), tenant.value(), letter);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(Sql.id(row, "id"), row.getString("source"), row.getString("key"), row.getString("type"),
                row.getString("reason"), row.getInt("times"), Sql.instant(row, "first"), Sql.instant(row, "last"),
                DeadLetter.State.valueOf(row.getString("state")), Sql.time(row, "settled"));
    }

    /** Where a page ends. */
    private record Place(Instant last, UUID id) {
        private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Place of(@Nullable String text) {
            if (text == null) {
                return BEGINNING;
            }
            int dot = text.indexOf('.');
            try {
                return new Place(Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
                        UUID.fromString(text.substring(dot + 1)));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
        }

        static String after(DeadLetter letter) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, letter.last()) + "." + letter.id();
        }
    }
}
