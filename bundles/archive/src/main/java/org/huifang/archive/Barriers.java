// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach.Barrier;
import org.huifang.api.archive.Reachability;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.huifang.api.consent.Policies;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Why many people may not be contacted, as {@link Deciding} decides for one. Of those who agree alone only
 * what was said and when is read; of children, who are few, every word of a line.
 */
final class Barriers {
    private static final String LINES = """
        select part.learner, said.* from unnest(?::uuid[]) as part (learner) cross join lateral (
            select purpose, channel, given, at from archive.consent
            where tenant = ? and learner = part.learner and (not given or at <= ?) offset 0) said
        where purpose = any (?::text[])""";

    /** One line of the ledger that counts. */
    private record Line(UUID learner, String purpose, String channel, boolean given, Instant at) {
        boolean about(String what, String how) {
            return purpose.equals(what) && (channel.equals(how) || channel.equals(Consents.ANY));
        }
    }

    /** What holds after the last words; nobody said anything when it is null. */
    private static @Nullable Boolean agreed(List<Line> lines, String purpose, String channel) {
        Line last = null;
        for (Line line : lines) {
            boolean later = last == null || line.at.isAfter(last.at) || line.at.equals(last.at) && !line.given;
            if (later && line.about(purpose, channel)) {
                last = line;
            }
        }
        return last == null ? null : last.given;
    }

    private final Sql sql;
    private final TenantId tenant;
    private final Instant now;

    Barriers(Sql sql, TenantId tenant, Instant now) {
        this.sql = sql;
        this.tenant = tenant;
        this.now = now;
    }

    /**
     * For each file and purpose the channels that may not be used. The ledger is read last: whatever was committed before
     * the answer counts.
     *
     * @param parts each part's file
     */
    Map<UUID, Map<String, Map<String, Barrier>>> of(Map<UUID, UUID> parts, Collection<UUID> files,
            Set<String> purposes, Function<UUID, @Nullable String> birthDate,
            Function<UUID, @Nullable String> timeZone) throws SQLException {
        Map<String, String> policies = PolicyTable.values(sql, tenant, LocalDate.ofInstant(now, ZoneOffset.UTC));
        int age = Integer.parseInt(policies.getOrDefault(Policies.GUARDIAN_AGE, "0"));
        Map<UUID, LocalDate> children = new HashMap<>();
        for (UUID file : files) {
            LocalDate until = Minority.until(birthDate.apply(file), timeZone.apply(file), age, now);
            if (until != null) {
                children.put(file, until);
            }
        }
        Set<String> contract = PolicyTable.contract(policies);
        var barriers = new HashMap<UUID, Map<String, Map<String, Barrier>>>();
        children(parts, children, contract).forEach(
                (file, deciding) -> barriers.put(file, each(purposes,
                        (purpose, channel) -> barrier(deciding.on(purpose, channel)))));
        Map<UUID, List<Line>> said = lines(parts, children.keySet(), purposes);
        Map<String, Map<String, Barrier>> silent = each(purposes,
                (purpose, channel) -> barrier(List.of(), purpose, channel, contract));
        for (UUID file : files) {
            List<Line> lines = said.get(file);
            barriers.computeIfAbsent(file, adult -> lines == null
                    ? silent
                    : each(purposes, (purpose, channel) -> barrier(lines, purpose, channel, contract)));
        }
        return barriers;
    }

    /** Looks for what stands between a purpose and a channel. */
    private interface Looking {
        @Nullable
        Barrier at(String purpose, String channel);
    }

    private static Map<String, Map<String, Barrier>> each(Set<String> purposes, Looking looking) {
        var barriers = new HashMap<String, Map<String, Barrier>>();
        for (String purpose : purposes) {
            var channels = new HashMap<String, Barrier>();
            for (String channel : Reachability.CHANNELS) {
                Barrier barrier = looking.at(purpose, channel);
                if (barrier != null) {
                    channels.put(channel, barrier);
                }
            }
            barriers.put(purpose, channels);
        }
        return barriers;
    }

    private Map<UUID, Deciding> children(Map<UUID, UUID> parts, Map<UUID, LocalDate> children, Set<String> contract)
            throws SQLException {
        if (children.isEmpty()) {
            return Map.of();
        }
        List<UUID> theirs = parts.keySet().stream().filter(part -> children.containsKey(parts.get(part))).toList();
        var guardians = new HashMap<UUID, Set<UUID>>();
        LinkTable.guardiansOfMany(sql, tenant, theirs).forEach((part, ids) -> guardians
                .computeIfAbsent(file(parts, part), file -> new HashSet<>()).addAll(ids));
        var ledgers = new HashMap<UUID, List<ConsentEntry>>();
        ConsentTable.of(sql, tenant, theirs).forEach(entry -> ledgers
                .computeIfAbsent(file(parts, entry.learner()), file -> new ArrayList<>()).add(entry));
        var deciding = new HashMap<UUID, Deciding>();
        children.forEach((file, until) -> deciding.put(file, new Deciding(ledgers.getOrDefault(file, List.of()), until,
                guardians.getOrDefault(file, Set.of()), contract, now)));
        return deciding;
    }

    private Map<UUID, List<Line>> lines(Map<UUID, UUID> parts, Set<UUID> children, Set<String> purposes)
            throws SQLException {
        UUID[] theirs = parts.keySet().stream().filter(part -> !children.contains(parts.get(part)))
                .toArray(UUID[]::new);
        var topics = new HashSet<>(purposes);
        topics.add(Consents.CONTACT);
        var said = new HashMap<UUID, List<Line>>();
        sql.list(LINES, row -> new Line(Sql.id(row, "learner"), row.getString("purpose"), row.getString("channel"),
                row.getBoolean("given"), Sql.instant(row, "at")), theirs, tenant.value(), now,
                topics.toArray(String[]::new)).forEach(
                        line -> said
                                .computeIfAbsent(file(parts, line.learner), file -> new ArrayList<>()).add(line));
        return said;
    }

    private static UUID file(Map<UUID, UUID> parts, UUID part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private static @Nullable Barrier barrier(List<Line> lines, String purpose, String channel, Set<String> contract) {
        if (Boolean.FALSE.equals(agreed(lines, Consents.CONTACT, channel))) {
            return Barrier.DO_NOT_CONTACT;
        }
        return switch (agreed(lines, purpose, channel)) {
            case null -> contract.contains(purpose) ? null : Barrier.NO_CONSENT;
            case Boolean given -> given ? null : Barrier.WITHDRAWN;
        };
    }

    private static @Nullable Barrier barrier(Decision decision) {
        return switch (decision) {
            case Decision.Allowed by -> null;
            case Decision.ByContract by -> null;
            case Decision.NoConsent no -> Barrier.NO_CONSENT;
            case Decision.Withdrawn by -> Barrier.WITHDRAWN;
            case Decision.MinorNeedsGuardian needs -> Barrier.MINOR;
            case Decision.DoNotContact by -> Barrier.DO_NOT_CONTACT;
        };
    }
}
