// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.huifang.api.revisit.Hold;
import org.jspecify.annotations.Nullable;

/** One person's plan while it is made, from what stands already to what is left over. */
final class PlanPerson {
    private static final Comparator<Wish> AS_DUE = Comparator.<Wish, Instant>comparing(wish -> wish.task.due())
            .thenComparing(wish -> wish.task.id());
    /** A call that nobody comes to make must not push what goes out by itself before it from day to day. */
    private static final Comparator<Wish> AS_COUNTED = Comparator.comparing(Wish::leftLying)
            .thenComparingLong(wish -> wish.last).thenComparing(AS_DUE);
    private static final Comparator<Draft> IN_TIME = Comparator.<Draft>comparingLong(draft -> draft.at)
            .thenComparingInt(draft -> draft.channel)
            .thenComparing(draft -> draft.kept == null ? Instant.MAX : draft.kept.at());

    private final Person person;
    private final long notice;
    private final Keeping keeping;
    private final Settling settling;
    private List<Draft> drafts = List.of();

    PlanPerson(Person person, long notice) {
        this.person = person;
        this.notice = notice;
        this.keeping = new Keeping(person);
        this.settling = new Settling(person.room, person.channels.liked(person.reach, person.zone));
    }

    PersonPlan plan(List<Task> tasks, List<Contact> standing) {
        List<Wish> wishes = new ArrayList<>(tasks.size());
        for (Task task : tasks) {
            wishes.add(person.wish(task));
        }
        wishes.sort(AS_DUE);
        drafts = keeping.keep(wishes, standing);
        List<Wish> open = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
            if (!wish.placed && measure(wish) && !join(wish, Micros.NEVER)) {
                open.add(wish);
            }
        }
        open.sort(AS_COUNTED);
        search(open);
        List<Wish> left = new ArrayList<>(2);
        for (Wish wish : wishes) {
            if (!wish.placed && !squeeze(wish)) {
                left.add(wish);
            }
        }
        return new PersonPlan(contacts(), held(left));
    }

    /** Works out between which moments it counts; false when there is none for it, even alone. */
    private boolean measure(Wish wish) {
        Draft soonest = person.soonest(wish, wish.last);
        if (soonest == null) {
            return false;
        }
        if (wish.late) {
            wish.last = soonest.at + Micros.DAY;
        } else if (wish.task.notice() && wish.usable(Channels.PHONE)) {
            wish.told = Math.max(wish.opens, told(keeping.expected(wish)));
            if (!callable(wish)) {
                wish.told = wish.opens;
            }
        }
        if (wish.call() && callable(wish)) {
            wish.narrow();
        }
        return true;
    }

    /** From when on there is time for a notice. A call that was planned so before is not put off by every planning. */
    private long told(long expected) {
        long told = person.now + notice;
        return expected < told && expected >= person.now + notice / 2 ? expected : told;
    }

    private boolean callable(Wish wish) {
        return Search.first(person.room, Channels.PHONE, wish.told, wish.last, wish, wish) != Micros.NEVER;
    }

    /** Lets it be done in a contact that there is, up to a moment. */
    private boolean join(Wish wish, long until) {
        Draft soonest = null;
        for (Draft draft : drafts) {
            if (draft.at <= until && wish.joins(draft) && (soonest == null || draft.at < soonest.at)) {
                soonest = draft;
            }
        }
        if (soonest != null) {
            soonest.wishes.add(wish);
            wish.placed = true;
        }
        return wish.placed;
    }

    private void search(List<Wish> open) {
        Search search = searched(open);
        if (search.worth() < search.all() && any(open, Wish::widen)) {
            search = better(search, searched(open));
        }
        if (search.worth() < search.all() && any(open, Wish::hurry)) {
            search = better(search, searched(open));
        }
        List<Draft> found = search.found();
        found.forEach(this::add);
        found.sort(IN_TIME);
        found.forEach(settling::settle);
        found.forEach(this::merge);
    }

    /** Calls that were moved may lie where others can be done as well by now; then one contact is enough. */
    private void merge(Draft draft) {
        for (Draft other : drafts) {
            if (other != draft && draft.mergesInto(other)) {
                drafts.remove(draft);
                person.room.remove(draft.channel, draft.at);
                other.wishes.addAll(draft.wishes);
                if (other.kept == null) {
                    settling.settle(other);
                }
                return;
            }
        }
    }

    private Search searched(List<Wish> open) {
        var search = new Search(open, person.channels.size(), person.room);
        search.search();
        return search;
    }

    private static Search better(Search before, Search after) {
        return after.worth() > before.worth() ? after : before;
    }

    private static boolean any(List<Wish> wishes, Predicate<Wish> change) {
        boolean any = false;
        for (Wish wish : wishes) {
            any |= change.test(wish);
        }
        return any;
    }

    private void add(Draft draft) {
        drafts.add(draft);
        person.room.add(draft.channel, draft.at);
        for (Wish wish : draft.wishes) {
            wish.placed = true;
        }
    }

    /** For those that found no place in their time: what is past its due date is done as soon as it can be. */
    private boolean squeeze(Wish wish) {
        wish.hurry();
        wish.widen();
        wish.last = wish.late ? person.now + Micros.FURTHEST : wish.last;
        Draft own = person.soonest(wish, wish.last);
        if (join(wish, own == null || !wish.late ? Micros.NEVER : own.at)) {
            return true;
        }
        if (own != null) {
            wish.last = Math.min(wish.last, own.at + Micros.DAY);
            own.wishes.add(wish);
            add(own);
            settling.settle(own);
            merge(own);
        }
        return own != null;
    }

    private Map<UUID, Hold> held(List<Wish> left) {
        Map<UUID, Hold> held = new LinkedHashMap<>();
        var reasons = new Reasons(person);
        for (Wish wish : left) {
            held.put(wish.task.id(), reasons.hold(wish));
        }
        return held;
    }

    private List<Contact> contacts() {
        drafts.sort(IN_TIME);
        List<Contact> contacts = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            draft.wishes.sort(AS_DUE);
            List<UUID> ids = new ArrayList<>(draft.wishes.size());
            for (Wish wish : draft.wishes) {
                ids.add(wish.task.id());
            }
            Contact kept = draft.kept;
            @Nullable
            UUID id = kept != null ? kept.id() : keeping.id(draft);
            contacts.add(new Contact(id, person.channels.name(draft.channel),
                    kept != null ? kept.at() : Micros.instant(draft.at), ids, kept != null && kept.fixed()));
        }
        return contacts;
    }
}
