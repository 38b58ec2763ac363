// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.ConsentText;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Standing;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the ledger of consents on PostgreSQL. */
@Component
public final class KeepingConsents implements Consents {
    private final ArchiveStore store;
    private final Recorder recorder;

    @Activate
    public KeepingConsents(@Reference ArchiveStore store, @Reference Announcer announcer) {
        this.store = store;
        this.recorder = new Recorder(store.unit(), announcer);
    }

    @Override
    public Page<ConsentEntry> ledger(TenantId tenant, UUID person, @Nullable String after, int limit) {
        return store.of(tenant,
                sql -> ConsentTable.page(sql, tenant, Merges.parts(sql, tenant, person), after, limit));
    }

    @Override
    public Decision may(TenantId tenant, UUID learner, String purpose, String channel, Instant now) {
        return store.of(tenant, sql -> deciding(sql, tenant, learner, now, policies(sql, tenant, now)))
                .on(purpose, channel);
    }

    @Override
    public List<Standing> current(TenantId tenant, UUID person, Instant now) {
        return store.of(tenant, sql -> {
            Map<String, String> policies = policies(sql, tenant, now);
            Deciding deciding = deciding(sql, tenant, person, now, policies);
            var standings = new ArrayList<Standing>();
            channels(policies, deciding.ledger()).forEach((purpose, channels) -> channels.forEach(
                    channel -> standings.add(new Standing(purpose, channel, deciding.on(purpose, channel)))));
            return standings;
        });
    }

    @Override
    public Optional<LocalDate> minorUntil(TenantId tenant, UUID person, Instant now) {
        return store.of(tenant, sql -> Optional.ofNullable(
                deciding(sql, tenant, person, now, policies(sql, tenant, now)).minorUntil()));
    }

    private static Map<String, Set<String>> channels(Map<String, String> policies, Iterable<ConsentEntry> ledger) {
        var channels = new LinkedHashMap<String, Set<String>>();
        for (String purpose : PolicyTable.words(policies.getOrDefault(Policies.PURPOSES, ""))) {
            channels.put(purpose, new LinkedHashSet<>(
                    PolicyTable.words(policies.getOrDefault(Policies.CHANNELS_OF + purpose, ANY))));
        }
        for (ConsentEntry entry : ledger) {
            boolean shownAlready = entry.channel().equals(ANY) && channels.containsKey(entry.purpose());
            if (!entry.purpose().equals(CONTACT) && !shownAlready) {
                channels.computeIfAbsent(entry.purpose(), purpose -> new LinkedHashSet<>()).add(entry.channel());
            }
        }
        return channels;
    }

    /** The ledger is read last: whatever was committed before the answer counts. */
    private static Deciding deciding(Sql sql, TenantId tenant, UUID learner, Instant now,
            Map<String, String> policies) throws SQLException {
        List<UUID> parts = Merges.parts(sql, tenant, learner);
        LocalDate minorUntil = Minority.until(Values.current(sql, tenant, parts).winners(),
                Integer.parseInt(policies.getOrDefault(Policies.GUARDIAN_AGE, "0")), now);
        Set<UUID> guardians = minorUntil == null ? Set.of() : new HashSet<>(LinkTable.guardians(sql, tenant, parts));
        Set<String> contract = parts.isEmpty() ? Set.of() : PolicyTable.contract(policies);
        return new Deciding(ConsentTable.of(sql, tenant, parts), minorUntil, guardians, contract, now);
    }

    private static Map<String, String> policies(Sql sql, TenantId tenant, Instant now) throws SQLException {
        return PolicyTable.values(sql, tenant, day(now));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    @Override
    public ConsentEntry say(TenantId tenant, UUID key, Fact.Consented said) {
        SayingConsent.Done done = store.persistently(tenant,
                sql -> SayingConsent.run(sql, tenant, key, said, recorder));
        recorder.tell(done.changes());
        return done.entry();
    }

    @Override
    public List<ConsentText> texts(TenantId tenant, String language, Instant now) {
        return store.of(tenant, sql -> TextTable.now(sql, tenant, language, day(now)));
    }

    @Override
    public Optional<ConsentText> text(TenantId tenant, String purpose, String language, String version) {
        return store.of(tenant, sql -> TextTable.one(sql, tenant, purpose, language, version));
    }

    @Override
    public void publish(TenantId tenant, ConsentText text) {
        Text.storable(text.text());
        if (!store.of(tenant, sql -> TextTable.add(sql, tenant, text))) {
            throw new IllegalArgumentException("version " + text.version() + " of this text says something else");
        }
    }
}
