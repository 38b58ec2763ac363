// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts that stand already: those that stay where they are, and what the others are still good for. */
final class Keeping {
    /** What the person was told of comes before what is only in the queue. */
    private static final Comparator<Contact> IN_ORDER = Comparator.comparing(Contact::fixed).reversed()
            .thenComparing(Contact::at).thenComparing(Contact::channel)
            .thenComparing(contact -> contact.tasks().toString());

    private final Person person;
    private final List<Contact> others = new ArrayList<>(4);

    Keeping(Person person) {
        this.person = person;
    }

    /** Those that stay; they are in the room then. */
    List<Draft> keep(List<Wish> wishes, List<Contact> standing) {
        List<Draft> drafts = new ArrayList<>(4);
        List<Contact> inOrder = standing.size() < 2 ? standing : standing.stream().sorted(IN_ORDER).toList();
        for (Contact contact : inOrder) {
            long at = Math.max(person.now, Micros.floor(contact.at()));
            boolean stays = contact.fixed() || at == person.now;
            Draft draft = stays ? kept(contact, at, wishes) : null;
            if (draft == null) {
                others.add(contact);
            } else {
                draft.wishes.forEach(wish -> wish.placed = true);
                person.room.add(draft.channel, at);
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private @Nullable Draft kept(Contact contact, long at, List<Wish> wishes) {
        int channel = person.channels.number(contact.channel());
        if (!person.channels.reaches(person.reach, channel) || !person.room.has(channel, at)) {
            return null;
        }
        var draft = new Draft(contact, channel, at);
        for (UUID id : contact.tasks()) {
            for (Wish wish : wishes) {
                if (wish.task.id().equals(id) && !wish.placed && may(wish, contact, channel, at)) {
                    draft.wishes.add(wish);
                }
            }
        }
        return draft.wishes.isEmpty() ? null : draft;
    }

    /** People may choose a channel, or a time, that the task by itself would not have had. */
    private boolean may(Wish wish, Contact contact, int channel, long at) {
        if (!contact.fixed()) {
            return at >= wish.opens && wish.usable(channel) && wish.permitted(channel, at);
        }
        Openings openings = person.channels.openings(channel, person.zone, wish.task.course());
        return at >= wish.opens && person.may(wish.task, channel) && openings != null && openings.hold(at);
    }

    /** When a call was planned for a task of which the person was not told yet, or never. */
    long expected(Wish wish) {
        for (Contact other : others) {
            if (person.channels.number(other.channel()) == Channels.PHONE && other.tasks().contains(wish.task.id())) {
                return Micros.floor(other.at());
            }
        }
        return Micros.NEVER;
    }

    /**
     * The id of a contact that does not stay where it was and was about one of these; each is given once. One that the person
     * was told of, or chose, is over instead: of another time they have not been told yet.
     */
    @Nullable
    UUID id(Draft draft) {
        for (Wish wish : draft.wishes) {
            for (Contact other : others) {
                if (other.id() != null && !other.fixed() && other.tasks().contains(wish.task.id())) {
                    others.remove(other);
                    return other.id();
                }
            }
        }
        return null;
    }
}
