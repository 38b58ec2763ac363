// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.Cap;
import org.huifang.api.revisit.Hold;
import org.jspecify.annotations.Nullable;

/**
 * Decides when, and on which channel, people are contacted about what is owed to them. The same question has the same
 * answer; nothing is asked, nothing is kept but what was worked out of the limits. Thread-safe: make one for a school,
 * and a new one when its limits change.
 *
 * <p>Inside the limits it contacts about as many tasks as possible in their time, with as few contacts as will do for
 * them, then on the channel and in the hours that the person likes. What is past its due date counts as done in time
 * when it is done within a day of the soonest moment that is permitted.
 */
public final class Planner {
    private final Limits limits;
    private final Channels channels;
    private final List<Cap> caps;
    private final int[] capped;
    private final long notice;

    public Planner(Limits limits) {
        this.limits = limits;
        this.channels = new Channels(limits.hours());
        this.caps = limits.caps().stream()
                .filter(cap -> cap.channel() == null || channels.number(cap.channel()) != Room.OTHER).toList();
        this.capped = caps.stream().mapToInt(
                cap -> cap.channel() == null ? Room.Ceiling.ALL : channels.number(cap.channel())).toArray();
        this.notice = Micros.of(limits.notice());
    }

    /**
     * Plans for a person.
     *
     * @param tasks all that is owed to them and not settled, over all courses; each once
     * @param past contacts, notices and reminders that took place; those longer ago than the longest cap do no harm
     * @param standing contacts that were planned before and have not taken place. One that the person was told of, or
     *            whose time has come, stays where it is unless it became forbidden; it loses tasks that are not among
     *            those given, and others may join it. The others give their ids to new ones that are about the same
     */
    public PersonPlan plan(Reach reach, List<Task> tasks, List<Contact> past, List<Contact> standing, Instant now) {
        var person = new Person(this, reach, past, standing.size() + tasks.size(), now);
        return new PlanPerson(person, notice).plan(tasks, standing);
    }

    /**
     * Why a task must not be done on a channel at a moment, or null when it may: to be asked once more when it is done,
     * and before a notice is sent.
     *
     * @param contacts all others, past and, so that a notice does not use up the room of its own call, planned
     */
    public @Nullable Hold barrier(Reach reach, Task task, String channel, List<Contact> contacts, Instant at) {
        var person = new Person(this, reach, contacts, 0, at);
        return new Reasons(person).hold(person.wish(anyway(task, channel)), channels.number(channel), person.now);
    }

    /**
     * Other moments at which all of these tasks could be done in one contact: whole quarters of an hour, soonest first.
     *
     * @param contacts all others, past and planned
     * @param from not before
     * @param until not after; due dates do not count here, the person may choose a later one
     * @param apart how far from each other at least
     */
    public List<Instant> times(Reach reach, Collection<Task> tasks, String channel, List<Contact> contacts,
            Instant from,
            Instant until, Duration apart, int most) {
        var person = new Person(this, reach, contacts, 0, from);
        int number = channels.number(channel);
        List<Instant> times = new ArrayList<>();
        if (tasks.stream().allMatch(task -> person.may(task, number))) {
            List<Wish> wishes = tasks.stream().map(task -> person.wish(anyway(task, channel))).toList();
            long last = Micros.floor(until);
            long at = Settling.quarter(person.room, number, wishes, null, 0, person.now, last);
            while (at != Micros.NEVER && times.size() < most) {
                times.add(Micros.instant(at));
                long next = at + Math.max(Micros.QUARTER, Micros.of(apart));
                at = Settling.quarter(person.room, number, wishes, null, 0, next, last);
            }
        }
        return times;
    }

    /** As if the task could be done on this channel: people may choose it. */
    private static Task anyway(Task task, String channel) {
        return new Task(task.id(), task.course(), task.purpose(), List.of(channel), task.opens(), task.due(),
                task.minutes(), task.notice());
    }

    Channels channels() {
        return channels;
    }

    ZoneId zone(Reach reach) {
        ZoneId own = reach.zone();
        return own == null ? limits.zone() : own;
    }

    Room room(Set<String> tags, int expected) {
        int count = 0;
        var ceilings = new Room.Ceiling[caps.size()];
        for (int n = 0; n < capped.length; n++) {
            Cap cap = caps.get(n);
            if (cap.tag() == null || tags.contains(cap.tag())) {
                ceilings[count++] = new Room.Ceiling(capped[n], cap.most(), cap.days() * Micros.DAY);
            }
        }
        return new Room(java.util.Arrays.copyOf(ceilings, count), expected);
    }

}
