// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.revisit.Kind;
import org.huifang.revisit.planner.Limits;
import org.huifang.revisit.planner.Planner;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * The planner of each school with the limits that hold now. While calendars or files are away nobody is planned, and what
 * is not planned is not in the queue: nobody is contacted at a time of which nobody knows whether it is permitted.
 */
@Component(service = Planners.class)
public final class Planners {
    /** How long before a call the learner is told (A30). */
    static final Duration NOTICE = Duration.ofHours(24);
    /** From planning a call to sending its notice, which is not to come too late for a cap of a day. */
    private static final Duration MARGIN = Duration.ofMinutes(30);

    private record Kept(Limits limits, Planner planner) {}

    private final Settings settings;
    private final Sending sending;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Calendars calendars;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Reachability reachability;

    @Activate
    public Planners(@Reference Settings settings, @Reference Sending sending) {
        this.settings = settings;
        this.sending = sending;
    }

    Planners(Settings settings, Sending sending, Calendars calendars, Reachability reachability) {
        this(settings, sending);
        this.calendars = calendars;
        this.reachability = reachability;
    }

    boolean there() {
        return calendars != null && reachability != null;
    }

    @Nullable
    Reachability reachability() {
        return reachability;
    }

    /** @return null while there are no calendars */
    @Nullable
    Planner of(TenantId tenant) {
        Calendars there = calendars;
        if (there == null) {
            return null;
        }
        Map<String, ContactHours> hours = new HashMap<>();
        for (String channel : Reachability.CHANNELS) {
            if (!there.pack(tenant).banned().containsKey(channel)) {
                hours.put(channel, there.hours(tenant, channel));
            }
        }
        var limits = new Limits(hours, there.caps(tenant), settings.planning(tenant).zone(), NOTICE.plus(MARGIN));
        Kept before = kept.get(tenant);
        if (before != null && before.limits.equals(limits)) {
            return before.planner;
        }
        var planner = new Planner(limits);
        kept.put(tenant, new Kept(limits, planner));
        return planner;
    }

    /** How long a time that is permitted lasts. */
    Instant until(TenantId tenant, Reach who, String channel, Instant from) {
        Calendars there = calendars;
        ZoneId own = who.zone();
        return there == null
                ? from
                : there.hours(tenant, channel).until(from, own == null ? settings.planning(tenant).zone() : own);
    }

    /** The longest time that any cap looks back. */
    Duration longestCap(TenantId tenant) {
        Calendars there = calendars;
        return Duration.ofDays(there == null
                ? 0
                : there.caps(tenant).stream().mapToInt(cap -> cap.days()).max().orElse(0));
    }

    /** On which channels something can be done, in order of fallback. What only messages can do needs a sender. */
    List<String> channels(Kind kind) {
        return kind == Kind.QUESTIONNAIRE
                ? sending.ready()
                : List.of("phone", "wechat", "lms");
    }

    /**
     * Of these, whom nobody can reach for something of this kind as things stand: no address, or no consent, on any channel
     * that it can be done on. A questionnaire lies open in the course. Nobody while the files are away.
     */
    Set<UUID> unreachable(TenantId tenant, Kind kind, Collection<UUID> learners, Instant now) {
        Reachability files = reachability;
        if (files == null || learners.isEmpty()) {
            return Set.of();
        }
        List<String> ways = kind == Kind.QUESTIONNAIRE ? List.of("lms") : channels(kind);
        return files.of(tenant, learners, Set.of(purpose(kind)), now).entrySet().stream()
                .filter(who -> ways.stream().noneMatch(way -> who.getValue().points().containsKey(way)
                        && who.getValue().may(purpose(kind), way)))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Whether they can be called as things stand: there is a number, and consent where that is needed. */
    boolean callable(TenantId tenant, Kind kind, UUID learner, Instant now) {
        Reachability files = reachability;
        return files != null && files.of(tenant, List.of(learner), Set.of(purpose(kind)), now).values().stream()
                .anyMatch(who -> who.points().containsKey("phone") && who.may(purpose(kind), "phone"));
    }

    /** On which channels a learner may ask for it: whoever calls can also write, by hand and to the address on file. */
    List<String> choices(Kind kind) {
        return kind == Kind.QUESTIONNAIRE ? sending.ready() : List.of("phone", "wechat", "email", "lms");
    }

    /** What consent it needs. */
    static String purpose(Kind kind) {
        return switch (kind) {
            case CALL -> "revisit";
            case QUESTIONNAIRE -> "survey";
            case CARE -> "care";
        };
    }
}
