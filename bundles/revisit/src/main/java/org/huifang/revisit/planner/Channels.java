// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.ContactHours;
import org.huifang.api.calendar.Span;
import org.jspecify.annotations.Nullable;

/** The channels of a school by number, and the times permitted on each. Thread-safe. */
final class Channels {
    static final int PHONE = 0;
    static final String CALLS = "phone";
    /** What people like can be written in so many ways that not all of them are kept. */
    private static final int MOST = 5_000;

    private final String[] names;
    private final @Nullable ContactHours[] hours;
    private final ConcurrentMap<Key, Openings> openings = new ConcurrentHashMap<>();

    /** @param day whether free days and blackouts are taken off */
    private record Key(int channel, String like, ZoneId zone, @Nullable UUID course, boolean day) {}

    Channels(Map<String, ContactHours> byName) {
        this.names = Stream
                .concat(Stream.of(CALLS), byName.keySet().stream().filter(name -> !name.equals(CALLS)).sorted())
                .toArray(String[]::new);
        this.hours = Stream.of(names).map(byName::get).toArray(ContactHours[]::new);
    }

    int size() {
        return names.length;
    }

    String name(int channel) {
        return names[channel];
    }

    /** {@link Room#OTHER} when nothing is planned on it. */
    int number(String name) {
        for (int n = 0; n < names.length; n++) {
            if (names[n].equals(name)) {
                return n;
            }
        }
        return Room.OTHER;
    }

    /** Whether there is a way to the person on it, and it is used at all. */
    boolean reaches(Reach reach, int channel) {
        return channel >= 0 && hours[channel] != null && !reach.points().getOrDefault(names[channel], "").isBlank();
    }

    @Nullable
    ContactHours hours(int channel) {
        return hours[channel];
    }

    @Nullable
    Openings openings(int channel, ZoneId zone, @Nullable UUID course) {
        ContactHours permitted = hours[channel];
        if (permitted == null) {
            return null;
        }
        UUID only = course != null && ownBlackouts(permitted, course) ? course : null;
        var key = new Key(channel, "", zone, only, true);
        Openings known = openings.get(key);
        return known != null ? known : openings.computeIfAbsent(key, _ -> new Openings(permitted, zone, only));
    }

    /** As if no day were free. */
    @Nullable
    Openings anyDay(int channel, ZoneId zone) {
        ContactHours permitted = hours[channel];
        return permitted == null
                ? null
                : openings.computeIfAbsent(new Key(channel, "", zone, null, false),
                        _ -> new Openings(every(permitted.allowed(), permitted.rest()), zone, null));
    }

    /** When somebody likes to be called; null when nothing was said, or nothing that can be understood. */
    @Nullable
    Openings liked(Reach reach, ZoneId zone) {
        String like = reach.hours();
        if (like == null || like.isEmpty()) {
            return null;
        }
        var key = new Key(PHONE, like, zone, null, false);
        Openings known = openings.get(key);
        if (known != null) {
            return known;
        }
        List<Span> spans = Liking.spans(like);
        if (spans.isEmpty()) {
            return null;
        }
        var liked = new Openings(every(spans, List.of()), zone, null);
        if (openings.size() < MOST) {
            openings.putIfAbsent(key, liked);
        }
        return liked;
    }

    private static ContactHours every(List<Span> allowed, List<Span> rest) {
        return new ContactHours(CALLS, allowed, rest, true, Map.of(), java.util.Set.of(), List.of());
    }

    private static boolean ownBlackouts(ContactHours permitted, UUID course) {
        for (var blackout : permitted.blackouts()) {
            if (course.equals(blackout.course())) {
                return true;
            }
        }
        return false;
    }
}
