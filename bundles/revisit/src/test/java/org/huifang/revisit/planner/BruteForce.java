// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.revisit.planner.Rules.Met;

/**
 * Tries every set of contacts on every whole hour beside those that stay. Everything given lies on whole hours, so no
 * other moment could do better. A task counts when it is contacted in its time; one that is past its due date, when it
 * is contacted within a day of the first moment that there is for it.
 */
final class BruteForce {
    private final Given given;
    private final Rules rules;
    private final PersonPlan plan;
    private final List<Contact> kept;
    private final List<Task> free = new ArrayList<>();
    private final List<Instant> until = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private int most;

    private record Slot(Met met, int tasks, int later) {}

    BruteForce(Given given, PersonPlan plan) {
        this.given = given;
        this.rules = new Rules(given);
        this.plan = plan;
        this.kept = plan.contacts().stream().filter(Contact::fixed).toList();
        Set<UUID> pinned = new HashSet<>();
        for (Contact contact : kept) {
            given.standing().stream().filter(one -> java.util.Objects.equals(one.id(), contact.id()))
                    .forEach(one -> one.tasks().stream().filter(contact.tasks()::contains).forEach(pinned::add));
        }
        for (Task task : given.tasks()) {
            if (!pinned.contains(task.id()) && !rules.usable(task).isEmpty()) {
                free.add(task);
                until.add(!rules.late(task)
                        ? task.due()
                        : rules.first(task, given.now(), given.now().plus(Duration.ofDays(400)), rules.all(kept))
                                .map(at -> at.plus(Duration.ofDays(1))).orElse(given.now()));
            }
        }
    }

    /** Of those that are not in contacts that stay, how many the plan contacts in time. */
    int covered() {
        int covered = 0;
        for (Contact contact : plan.contacts()) {
            for (UUID id : contact.tasks()) {
                int n = free.indexOf(rules.task(id));
                covered += n >= 0 && counts(n, contact.channel(), rules.effective(contact)) ? 1 : 0;
            }
        }
        return covered;
    }

    /** How many there are that are not in contacts that stay, and for which there is a channel. */
    int tasks() {
        return free.size();
    }

    int most() {
        int joined = 0;
        for (Contact contact : kept) {
            joined |= tasks(contact.channel(), rules.effective(contact));
        }
        Instant last = until.stream().max(Instant::compareTo).orElse(given.now());
        int later = 0;
        List<Slot> backwards = new ArrayList<>();
        for (Instant at = last.truncatedTo(ChronoUnit.HOURS); !at.isBefore(given.now()); at = at
                .minus(Duration.ofHours(1))) {
            for (String channel : given.limits().hours().keySet()) {
                int tasks = tasks(channel, at);
                if (tasks != 0) {
                    later |= tasks;
                    backwards.add(new Slot(new Met(channel, at), tasks, later));
                }
            }
        }
        slots.addAll(backwards.reversed());
        search(0, new ArrayList<>(rules.all(kept)), joined);
        return most;
    }

    private void search(int from, List<Met> met, int done) {
        most = Math.max(most, Integer.bitCount(done));
        for (int n = from; n < slots.size(); n++) {
            Slot slot = slots.get(n);
            if (Integer.bitCount(done | slot.later()) <= most) {
                return;
            }
            if ((slot.tasks() & ~done) != 0 && rules.fits(met, slot.met())) {
                met.add(slot.met());
                search(n + 1, met, done | slot.tasks());
                met.removeLast();
            }
        }
    }

    private int tasks(String channel, Instant at) {
        int tasks = 0;
        for (int n = 0; n < free.size(); n++) {
            tasks |= counts(n, channel, at) ? 1 << n : 0;
        }
        return tasks;
    }

    private boolean counts(int n, String channel, Instant at) {
        Task task = free.get(n);
        return task.channels().contains(channel) && rules.mayOn(task, channel) && rules.permitted(task, channel, at)
                && !at.isBefore(rules.opens(task)) && !at.isAfter(until.get(n));
    }
}
