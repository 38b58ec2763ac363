// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.huifang.revisit.planner.Contact;
import org.huifang.revisit.planner.PersonPlan;
import org.huifang.revisit.planner.Planner;
import org.huifang.revisit.planner.Task;
import org.jspecify.annotations.Nullable;

/** Arranges the contacts of a batch of persons anew, within one transaction. */
final class Arranging {
    /** Further ahead nothing is arranged; it will be when its time comes nearer. */
    static final Duration HORIZON = Duration.ofDays(14);
    /** An invitation and one reminder. */
    static final int MOST_INVITATIONS = 2;

    /** A moment at which somebody in a zone may be contacted: many are, for they are planned by the quarter of an hour. */
    private record Permitted(String channel, @Nullable ZoneId zone, Instant at) {}

    private final Map<Permitted, Instant> permitted = new HashMap<>();
    private final Sql sql;
    private final TenantId tenant;
    private final Planner planner;
    private final Planners planners;
    private final Assigning assigning;
    private final Instant now;
    /** When the school's next day begins: absences and trainings end and begin with days, and nothing tells of it. */
    private final Instant tomorrow;

    Arranging(Sql sql, TenantId tenant, Planner planner, Planners planners, Assigning assigning, Instant now,
            Instant tomorrow) {
        this.sql = sql;
        this.tenant = tenant;
        this.planner = planner;
        this.planners = planners;
        this.assigning = assigning;
        this.now = now;
        this.tomorrow = tomorrow;
    }

    /**
     * Locks what is owed to these, arranges it and writes what is otherwise than before.
     *
     * @return where that is
     */
    Set<PlaceKey> arrange(Collection<UUID> asked, Map<UUID, Reach> reach) throws SQLException {
        Set<UUID> roots = new HashSet<>(asked);
        Map<UUID, UUID> belongs = new HashMap<>();
        reach.forEach((learner, who) -> {
            roots.add(who.person());
            belongs.put(learner, who.person());
        });
        // Obligations before requests, as all who change obligations do; then once more, for those added meanwhile.
        Arrangements.lock(sql, roots);
        Set<UUID> requested = Arrangements.requests(sql, roots).keySet();
        Arrangements.belong(sql, tenant, belongs);
        var written = new Arrangements.Written();
        Set<PlaceKey> changed = new TreeSet<>();
        Map<UUID, Instant> far = Arrangements.beyond(sql, roots, now.plus(HORIZON)).far();
        Map<UUID, Instant> again = all(roots, reach, true, far, written, changed, new HashSet<>());
        Arrangements.write(sql, tenant, written);
        Arrangements.again(sql, tenant, requested, again);
        return changed;
    }

    /**
     * Looks at persons of whom nothing is known to have changed, as every day, without a lock. What nobody asked for
     * since is settled by that; nothing else is written.
     *
     * @param seen by person the version of the request when it was read, before anything else was
     * @param far as {@link Arrangements.Beyond#far()}, read after that
     * @return those for whom something is to be written: to be {@linkplain #arrange arranged}
     */
    Set<UUID> look(Map<UUID, String> seen, Map<UUID, Reach> reach, Map<UUID, Instant> far) throws SQLException {
        Set<UUID> alone = new HashSet<>(seen.keySet());
        Set<UUID> otherwise = new HashSet<>();
        Map<UUID, Instant> again = all(alone, reach, false, far, new Arrangements.Written(), new TreeSet<>(),
                otherwise);
        alone.removeAll(otherwise);
        Map<UUID, String> requested = Arrangements.requests(sql, alone);
        requested.entrySet().removeIf(now -> !now.getValue().equals(seen.get(now.getKey())));
        again.keySet().retainAll(requested.keySet());
        Arrangements.again(sql, tenant, requested.keySet(), again);
        return otherwise;
    }

    /**
     * @param otherwise gets those for whom something is to be written
     * @return when to look at whom again
     */
    private Map<UUID, Instant> all(Set<UUID> roots, Map<UUID, Reach> reach, boolean locked, Map<UUID, Instant> far,
            Arrangements.Written written, Set<PlaceKey> changed, Set<UUID> otherwise) throws SQLException {
        Map<UUID, List<Arrangements.Row>> tasks = Arrangements.tasks(sql, roots, now.plus(HORIZON), locked);
        Map<UUID, List<Contact>> past = Arrangements.past(sql, roots, now.minus(planners.longestCap(tenant)));
        Map<UUID, List<Arrangements.Standing>> standing = Arrangements.standing(sql, roots, tasks);
        assigning.load(sql, tenant);
        Map<UUID, Instant> again = new HashMap<>();
        for (UUID root : roots) {
            int before = written.size();
            List<Arrangements.Row> rows = tasks.getOrDefault(root, List.of());
            Reach who = reach.get(root);
            if (who == null) {
                // Reached by the id of a part only: the file of the part says it as well.
                who = rows.stream().map(row -> reach.get(row.owed().learner())).filter(Objects::nonNull).findFirst()
                        .orElse(null);
            }
            Instant next = who == null || rows.isEmpty()
                    ? nothing(standing.getOrDefault(root, List.of()), !rows.isEmpty(), written)
                    : one(root, who, rows, past.getOrDefault(root, List.of()),
                            standing.getOrDefault(root, List.of()), written, changed);
            Instant first = far.get(root);
            next = first == null ? next : earlier(next, first.minus(HORIZON));
            if (next != null) {
                again.put(root, next);
            }
            if (written.size() > before || rows.stream().anyMatch(row -> belongsElsewhere(row, reach))) {
                otherwise.add(root);
            }
        }
        return again;
    }

    private static boolean belongsElsewhere(Arrangements.Row row, Map<UUID, Reach> reach) {
        Reach who = reach.get(row.owed().learner());
        return who != null && !who.person().equals(row.person());
    }

    /** Nothing is owed yet or any more, or there is no such file. */
    private @Nullable Instant nothing(List<Arrangements.Standing> standing, boolean owed,
            Arrangements.Written written) {
        standing.forEach(contact -> written.over(contact.contact().id()));
        return owed ? tomorrow : null;
    }

    private @Nullable Instant one(UUID root, Reach who, List<Arrangements.Row> rows, List<Contact> past,
            List<Arrangements.Standing> standing, Arrangements.Written written, Set<PlaceKey> changed) {
        List<Task> wanted = new ArrayList<>();
        Map<UUID, Hold> held = new HashMap<>();
        Instant next = null;
        for (Arrangements.Row row : rows) {
            Owed owed = row.owed();
            if (owed.opens().isAfter(now.plus(HORIZON))) {
                next = earlier(next, owed.opens().minus(HORIZON));
            } else if (owed.kind() == Kind.QUESTIONNAIRE && asks(row, who, held)) {
                wanted.add(task(owed));
            } else if (owed.kind() != Kind.QUESTIONNAIRE) {
                wanted.add(task(owed));
            }
        }
        PersonPlan plan = planner.plan(who, wanted, past,
                standing.stream().map(Arrangements.Standing::contact).toList(), now);
        held.putAll(plan.held());
        Map<UUID, UUID> contactOf = new HashMap<>();
        Set<UUID> kept = new HashSet<>();
        for (Contact contact : plan.contacts()) {
            UUID id = contact.id() == null ? UUID.randomUUID() : contact.id();
            kept.add(id);
            contact.tasks().forEach(task -> contactOf.put(task, id));
            // Past the end of the stretch in which it is permitted, it is looked for another.
            Instant until = permitted.computeIfAbsent(
                    new Permitted(contact.channel(), who.zone(), contact.at().isBefore(now) ? now : contact.at()),
                    from -> planners.until(tenant, who, from.channel, from.at));
            next = earlier(next, until);
            written.contact(id, root, contact, until, standing);
        }
        standing.stream().map(s -> s.contact().id()).filter(id -> !kept.contains(id)).forEach(written::over);
        UUID usual = rows.stream().filter(Arrangements.Row::assigned).map(Arrangements.Row::owner)
                .findFirst().orElse(null);
        for (Arrangements.Row row : rows) {
            Owed owed = row.owed();
            UUID contact = contactOf.get(owed.id());
            Hold hold = held.get(owed.id());
            Assigning.Choice choice = owed.kind() == Kind.QUESTIONNAIRE || contact == null && hold == null
                    ? new Assigning.Choice(row.owner(), false, false)
                    : assigning.choose(row, usual, who.language());
            if (choice.nobody() && hold == null) {
                hold = new Hold(Hold.Reason.NO_AGENT, tomorrow);
            }
            if (choice.chosen() && usual == null) {
                usual = choice.owner();
            }
            if (row.differs(contact, hold, choice.owner()) || choice.chosen() && !row.assigned()) {
                written.row(owed.id(), contact, hold, choice.owner(), choice.chosen());
                changed.add(owed.place());
            }
            if (hold != null) {
                Instant until = hold.until();
                next = earlier(next, until != null && until.isAfter(now) ? until : tomorrow);
            }
            if (contact != null) {
                next = earlier(next, tomorrow);
            }
        }
        return next;
    }

    /** Whether an invitation to a questionnaire is still to be sent; it lies open in the course in any case. */
    private boolean asks(Arrangements.Row row, Reach who, Map<UUID, Hold> held) {
        Owed owed = row.owed();
        Reach.Barrier barrier = who.barriers().getOrDefault("survey", Map.of()).get("lms");
        if (barrier != null) {
            held.put(owed.id(), new Hold(Hold.Reason.valueOf(barrier.name()), null));
            return false;
        }
        if (row.refused() >= TellAhead.MOST_TRIES) {
            // no address of theirs takes it, until there is another
            held.put(owed.id(), new Hold(Hold.Reason.NO_CONTACT_POINT, null));
            return false;
        }
        return owed.unanswered() < MOST_INVITATIONS && !planners.channels(owed.kind()).isEmpty();
    }

    private Task task(Owed owed) {
        return new Task(owed.id(), owed.course(), Planners.purpose(owed.kind()), planners.channels(owed.kind()),
                owed.opens(), owed.due().isBefore(owed.opens()) ? owed.opens() : owed.due(), owed.minutes(),
                owed.notice());
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }
}
