// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Reach;
import org.huifang.api.revisit.Hold;
import org.huifang.revisit.planner.Rules.Met;

/** Looks for anything in a plan that must not be. */
final class Checked {
    private final Given given;
    private final Rules rules;
    private final PersonPlan plan;
    private final List<Met> all;
    private final List<String> violations = new ArrayList<>();

    private Checked(Given given, PersonPlan plan) {
        this.given = given;
        this.rules = new Rules(given);
        this.plan = plan;
        this.all = rules.all(plan.contacts());
    }

    static List<String> violations(Given given, PersonPlan plan) {
        var checked = new Checked(given, plan);
        checked.everyTaskIsInOnePlace();
        plan.contacts().forEach(checked::contact);
        checked.announcedContactsStay();
        checked.onceAtATime();
        plan.held().forEach((id, hold) -> checked.hold(checked.rules.task(id), hold));
        return checked.violations;
    }

    private void expect(boolean fine, String else_) {
        if (!fine) {
            violations.add(else_);
        }
    }

    private void everyTaskIsInOnePlace() {
        Map<UUID, Integer> times = new HashMap<>();
        plan.contacts().forEach(contact -> contact.tasks().forEach(id -> times.merge(id, 1, Integer::sum)));
        plan.held().keySet().forEach(id -> times.merge(id, 1, Integer::sum));
        Set<UUID> wanted = new HashSet<>();
        given.tasks().forEach(task -> wanted.add(task.id()));
        expect(times.keySet().equals(wanted), "other tasks than those given");
        expect(times.values().stream().allMatch(count -> count == 1), "a task in two places");
    }

    private void onceAtATime() {
        for (Contact one : plan.contacts()) {
            expect(plan.contacts().stream().filter(other -> standing(other).isEmpty() && other != one)
                    .noneMatch(
                            other -> other.channel().equals(one.channel()) && other.at().equals(rules.effective(one))),
                    "two contacts at the same moment on the same channel");
        }
    }

    private Optional<Contact> standing(Contact contact) {
        return given.standing().stream().filter(one -> one.channel().equals(contact.channel())
                && one.at().equals(contact.at()) && java.util.Objects.equals(one.id(), contact.id())
                && one.fixed() == contact.fixed()).findFirst();
    }

    private void contact(Contact contact) {
        Optional<Contact> stood = standing(contact);
        Instant at = rules.effective(contact);
        expect(!contact.tasks().isEmpty(), "a contact about nothing");
        expect(!contact.at().isBefore(given.now()) || stood.isPresent(), "a new contact in the past");
        expect(!contact.fixed() || stood.isPresent(), "a fixed contact that nobody gave");
        for (UUID id : contact.tasks()) {
            Task task = rules.task(id);
            boolean chosen = contact.fixed() && stood.orElseThrow().tasks().contains(id);
            expect(rules.mayOn(task, contact.channel()), "no consent, or no way to reach, on " + contact.channel());
            expect(rules.permitted(task, contact.channel(), at), "forbidden time " + at + " on " + contact.channel());
            expect(chosen || task.channels().contains(contact.channel()), "not a channel of the task");
            expect(!at.isBefore(task.opens()), "before it opens");
            expect(chosen || rules.late(task) || stood.isPresent() || !at.isAfter(task.due()), "after it is due");
        }
        rules.broken(all, new Met(contact.channel(), at)).ifPresent(cap -> violations.add("breaks " + cap));
    }

    private void announcedContactsStay() {
        List<Met> kept = new ArrayList<>(rules.past());
        plan.contacts().stream().filter(Contact::fixed)
                .forEach(contact -> kept.add(new Met(contact.channel(), rules.effective(contact))));
        for (Contact contact : given.standing()) {
            boolean there = plan.contacts().stream().anyMatch(one -> standing(one).filter(contact::equals).isPresent());
            Instant at = rules.effective(contact);
            boolean wanted = given.tasks().stream()
                    .anyMatch(task -> contact.tasks().contains(task.id()) && rules.mayOn(task, contact.channel())
                            && rules.permitted(task, contact.channel(), at) && !at.isBefore(task.opens())
                            && given.standing().stream().noneMatch(
                                    other -> other != contact && other.tasks().contains(task.id())));
            if (contact.fixed() && wanted && !there) {
                expect(!rules.fits(kept, new Met(contact.channel(), at)), "an announced contact was dropped");
            }
        }
    }

    private void hold(Task task, Hold hold) {
        if (rules.usable(task).isEmpty()) {
            expect(hold.until() == null, "looks again though nothing but a change would help");
            expect(hold.reason() == unusable(task), "not " + hold.reason() + " but " + unusable(task));
            return;
        }
        Instant from = rules.opens(task);
        Instant last = rules.late(task) ? given.now().plusSeconds(400 * 86_400) : task.due();
        expect(rules.first(task, from, last, all).isEmpty(), "held although there was a moment for it");
        Hold.Reason right = rules.first(task, from, last, null).isPresent()
                ? Hold.Reason.CAP
                : rules.anyDay().first(task, from, last, null).isPresent()
                        ? Hold.Reason.BLACKOUT
                        : Hold.Reason.QUIET_HOURS;
        expect(hold.reason() == right, "not " + hold.reason() + " but " + right);
        Optional<Instant> again = rules.first(task, from, from.plusSeconds(400 * 86_400), all);
        expect(again.equals(Optional.ofNullable(hold.until())), "again at " + hold.until() + " but " + again);
    }

    private Hold.Reason unusable(Task task) {
        List<Reach.Barrier> weak = List.of(Reach.Barrier.DO_NOT_CONTACT, Reach.Barrier.WITHDRAWN, Reach.Barrier.MINOR,
                Reach.Barrier.NO_CONSENT);
        if (task.channels().stream().anyMatch(channel -> rules.barrier(task, channel) == weak.get(0))) {
            return Hold.Reason.DO_NOT_CONTACT;
        }
        return weak.stream()
                .filter(barrier -> task.channels().stream()
                        .anyMatch(channel -> rules.reached(channel) && rules.barrier(task, channel) == barrier))
                .findFirst().map(barrier -> Hold.Reason.valueOf(barrier.name()))
                .orElse(Hold.Reason.NO_CONTACT_POINT);
    }
}
