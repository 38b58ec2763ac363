// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.huifang.api.archive.Reach;
import org.jspecify.annotations.Nullable;

/** The person for whom is planned: what may be done on which channel, and how much room is left. */
final class Person {
    final Channels channels;
    final Reach reach;
    final ZoneId zone;
    final long now;
    final Room room;

    Person(Planner planner, Reach reach, List<Contact> past, int expected, Instant now) {
        this.channels = planner.channels();
        this.reach = reach;
        this.zone = planner.zone(reach);
        this.now = Micros.ceil(now);
        this.room = planner.room(reach.tags(), past.size() + expected);
        for (Contact contact : past) {
            room.add(channels.number(contact.channel()), Micros.floor(contact.at()));
        }
    }

    boolean may(Task task, int channel) {
        return channels.reaches(reach, channel)
                && !reach.barriers().getOrDefault(task.purpose(), Map.of()).containsKey(channels.name(channel));
    }

    Wish wish(Task task) {
        int[] ranks = new int[channels.size()];
        @Nullable
        Openings[] openings = new Openings[ranks.length];
        for (int channel = 0; channel < ranks.length; channel++) {
            String name = channels.name(channel);
            int fallback = task.channels().indexOf(name);
            boolean usable = fallback >= 0 && may(task, channel);
            ranks[channel] = !usable ? Wish.UNUSABLE : name.equals(reach.channel()) ? 0 : fallback + 1;
            openings[channel] = usable ? channels.openings(channel, zone, task.course()) : null;
        }
        long due = Micros.floor(task.due());
        boolean late = due < now;
        long opens = Math.max(now, Micros.ceil(task.opens()));
        long last = late ? now + Micros.FURTHEST : Math.min(due, opens + Micros.FURTHEST);
        return new Wish(task, late, opens, last, ranks, openings);
    }

    /** The first moment for this one alone, beside all contacts that are in the room. */
    @Nullable
    Draft soonest(Wish wish, long last) {
        Draft soonest = null;
        for (int channel = 0; channel < channels.size(); channel++) {
            if (wish.usable(channel)) {
                long at = Search.first(room, channel, wish.opens, last, wish, wish);
                if (at != Micros.NEVER && (soonest == null || at < soonest.at
                        || at == soonest.at && wish.rank(channel) < wish.rank(soonest.channel))) {
                    soonest = new Draft(null, channel, at);
                }
            }
        }
        return soonest;
    }
}
