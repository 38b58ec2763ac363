// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Hold;
import org.huifang.persistence.Sql;
import org.huifang.revisit.planner.Contact;
import org.jspecify.annotations.Nullable;

/** What is arranged, read and written for many persons at once. */
final class Arrangements {
    private static final String TASKS = "select " + Obligations.COLUMNS + """
        , o.person, o.assigned, o.contact, o.hold, o.hold_until, o.refused from revisit.obligation o
        where o.person = any (?::uuid[]) and o.state in ('SCHEDULED', 'DUE')
            and (o.opens <= ? or o.assigned or o.contact is not null or o.hold is not null)""";

    /** In the order of all who lock several. */
    private static final String LOCKED = " order by o.id for update";

    /** Of the others, of which a plan has many, it is enough to know when the first is to be looked at. */
    private static final String BEYOND = """
        select person, array_agg(learner) filter (where learner <> person) as parts,
            min(opens) filter (where opens > ? and not assigned and contact is null and hold is null) as opens
        from revisit.obligation where person = any (?::uuid[]) and state in ('SCHEDULED', 'DUE') group by person""";

    /** In the order of all who lock several. */
    private static final String LOCK = """
        select count(*) from (select from revisit.obligation
            where person = any (?::uuid[]) and state in ('SCHEDULED', 'DUE') order by id for update) locked""";

    private static final String PAST = """
        select person, channel, at from revisit.touch where person = any (?::uuid[]) and at >= ?""";

    private static final String STANDING = """
        select person, id, channel, at, least(until, '9999-01-01Z') as until, chosen or notified <> 'NOT_YET' as fixed
        from revisit.contact where person = any (?::uuid[]) and not over""";

    private static final String BELONG = """
        update revisit.obligation o set person = b.person
        from (select ?::text as tenant) school
        cross join unnest(?::uuid[], ?::uuid[]) b (learner, person) cross join lateral (select id from revisit.obligation
            where tenant = school.tenant and learner = b.learner and person <> b.person
                and state in ('SCHEDULED', 'DUE') offset 0) other
        where o.id = other.id returning o.contact""";

    /** What was agreed on goes with whoever it is about; a contact about two who have come apart stays with the first. */
    private static final String CONTACTS_BELONG = """
        update revisit.contact c set person = b.person
        from (select contact, min(person::text)::uuid as person from revisit.obligation
            where contact = any (?::uuid[]) and state in ('SCHEDULED', 'DUE')
            group by contact having count(distinct person) = 1) b
        where c.id = b.contact and not c.over""";

    /** That a file was contacted counts for the one that it belongs to now. */
    private static final String TOUCHES_BELONG = """
        update revisit.touch t set person = b.person from unnest(?::uuid[], ?::uuid[]) b (learner, person)
        where t.person = b.learner""";

    private static final String CONTACTS = """
        insert into revisit.contact as c (tenant, id, person, channel, at, until)
        select ?, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
        on conflict (id) do update set person = excluded.person, channel = excluded.channel, at = excluded.at,
            until = excluded.until, tries = case when c.channel = excluded.channel then c.tries else 0 end,
            next_try = case when c.channel = excluded.channel then c.next_try end""";

    private static final String ROWS = """
        update revisit.obligation o set contact = w.contact, hold = w.hold, hold_until = w.until, owner = w.owner,
            assigned = o.assigned or w.assigned
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::uuid[], ?::bool[])
            w (id, contact, hold, until, owner, assigned)
        where o.id = w.id""";

    private static final String REQUESTS = """
        select person, xmin::text as version from revisit.replan where person = any (?::uuid[]) order by person
        for update""";

    private static final String AGAIN = """
        update revisit.replan r set at = w.at from unnest(?::uuid[], ?::timestamptz[]) w (person, at)
        where r.person = w.person""";

    private static final String FIRST = """
        insert into revisit.replan (tenant, person, at) select ?, * from unnest(?::uuid[], ?::timestamptz[])
        on conflict do nothing""";

    /**
     * An obligation with what is arranged for it.
     *
     * @param refused how often nobody took the invitation, to the addresses that are known
     */
    record Row(Owed owed, UUID person, boolean assigned, @Nullable UUID contact, @Nullable Hold hold, int refused) {
        UUID owner() {
            return owed.owner();
        }

        boolean differs(@Nullable UUID nowIn, @Nullable Hold nowHeld, UUID nowOwned) {
            return !Objects.equals(contact, nowIn) || !Objects.equals(hold, nowHeld) || !owner().equals(nowOwned);
        }
    }

    /** A contact that was planned before. */
    record Standing(Contact contact, Instant until) {}

    /** What is to be written. */
    static final class Written {
        private record Line(UUID id, @Nullable UUID contact, @Nullable Hold hold, UUID owner, boolean assigned) {}

        private record Meeting(UUID person, Contact contact, Instant until) {}

        private final Map<UUID, Meeting> contacts = new LinkedHashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<UUID> over = new ArrayList<>();

        void contact(UUID id, UUID person, Contact contact, Instant until, List<Standing> standing) {
            boolean same = standing.stream().anyMatch(before -> id.equals(before.contact().id())
                    && before.contact().at().equals(contact.at()) && before.until().equals(until)
                    && before.contact().channel().equals(contact.channel()));
            if (!same) {
                contacts.put(id, new Meeting(person, contact, until));
            }
        }

        void row(UUID id, @Nullable UUID contact, @Nullable Hold hold, UUID owner, boolean assigned) {
            lines.add(new Line(id, contact, hold, owner, assigned));
        }

        void over(@Nullable UUID contact) {
            if (contact != null) {
                over.add(contact);
            }
        }

        int size() {
            return contacts.size() + lines.size() + over.size();
        }
    }

    private Arrangements() {
    }

    /** @param belongs by file the file that it is part of by now, or itself */
    static void belong(Sql sql, TenantId tenant, Map<UUID, UUID> belongs) throws SQLException {
        Map<UUID, UUID> all = new HashMap<>(belongs);
        List<Optional<UUID>> contacts = sql.list(BELONG,
                row -> Optional.ofNullable(row.getObject("contact", UUID.class)), tenant.value(),
                Sql.ids(all.keySet(), id -> id), Sql.ids(all.values(), id -> id));
        if (!contacts.isEmpty()) {
            sql.update(CONTACTS_BELONG,
                    (Object) contacts.stream().flatMap(Optional::stream).distinct().toArray(UUID[]::new));
        }
        all.entrySet().removeIf(file -> file.getKey().equals(file.getValue()));
        if (!all.isEmpty()) {
            sql.update(TOUCHES_BELONG, Sql.ids(all.keySet(), id -> id), Sql.ids(all.values(), id -> id));
        }
    }

    /** Locks all that is owed to these. */
    static void lock(Sql sql, Set<UUID> persons) throws SQLException {
        sql.list(LOCK, row -> row.getLong(1), (Object) persons.toArray(UUID[]::new));
    }

    /** What opens until a moment, and what is arranged for later already. */
    static Map<UUID, List<Row>> tasks(Sql sql, Set<UUID> persons, Instant until, boolean locked) throws SQLException {
        Map<UUID, List<Row>> tasks = new HashMap<>();
        sql.list(locked ? TASKS + LOCKED : TASKS,
                row -> tasks.computeIfAbsent(Sql.id(row, "person"), p -> new ArrayList<>()).add(row(row)),
                persons.toArray(UUID[]::new), until);
        tasks.values().forEach(rows -> rows.sort(Comparator.comparing(row -> row.owed().id())));
        return tasks;
    }

    /**
     * What the {@link #tasks} do not tell.
     *
     * @param parts files of these persons other than their own that something is owed to
     * @param far when the first of what is not among the tasks opens
     */
    record Beyond(Set<UUID> parts, Map<UUID, Instant> far) {}

    static Beyond beyond(Sql sql, Set<UUID> persons, Instant until) throws SQLException {
        var beyond = new Beyond(new HashSet<>(), new HashMap<>());
        sql.list(BEYOND, row -> {
            Array parts = row.getArray("parts");
            if (parts != null) {
                beyond.parts.addAll(List.of((UUID[]) parts.getArray()));
            }
            Instant opens = Sql.time(row, "opens");
            if (opens != null) {
                beyond.far.put(Sql.id(row, "person"), opens);
            }
            return true;
        }, until, persons.toArray(UUID[]::new));
        return beyond;
    }

    private static Row row(ResultSet row) throws SQLException {
        String hold = row.getString("hold");
        return new Row(Obligations.owed(row), Sql.id(row, "person"), row.getBoolean("assigned"),
                row.getObject("contact", UUID.class),
                hold == null ? null : new Hold(Hold.Reason.valueOf(hold), Sql.time(row, "hold_until")),
                row.getInt("refused"));
    }

    static Map<UUID, List<Contact>> past(Sql sql, Set<UUID> persons, Instant since) throws SQLException {
        Map<UUID, List<Contact>> past = new HashMap<>();
        sql.list(PAST, row -> past.computeIfAbsent(Sql.id(row, "person"), p -> new ArrayList<>())
                .add(new Contact(null, row.getString("channel"), Sql.instant(row, "at"), List.of(), true)),
                persons.toArray(UUID[]::new), since);
        return past;
    }

    /** @param tasks of these persons */
    static Map<UUID, List<Standing>> standing(Sql sql, Set<UUID> persons, Map<UUID, List<Row>> tasks)
            throws SQLException {
        Map<UUID, List<Owed>> about = new HashMap<>();
        tasks.values().forEach(rows -> rows.forEach(row -> {
            if (row.contact() != null) {
                about.computeIfAbsent(row.contact(), c -> new ArrayList<>()).add(row.owed());
            }
        }));
        Map<UUID, List<Standing>> standing = new HashMap<>();
        sql.list(STANDING, row -> {
            UUID id = Sql.id(row, "id");
            List<UUID> owed = about.getOrDefault(id, List.of()).stream()
                    .sorted(Comparator.comparing(Owed::due).thenComparing(Owed::id)).map(Owed::id).toList();
            return standing.computeIfAbsent(Sql.id(row, "person"), p -> new ArrayList<>())
                    .add(new Standing(new Contact(id, row.getString("channel"), Sql.instant(row, "at"), owed,
                            row.getBoolean("fixed")), Sql.instant(row, "until")));
        }, (Object) persons.toArray(UUID[]::new));
        return standing;
    }

    static void write(Sql sql, TenantId tenant, Written written) throws SQLException {
        if (!written.contacts.isEmpty()) {
            var contacts = written.contacts.values();
            sql.update(CONTACTS, tenant.value(), Sql.ids(written.contacts.keySet(), id -> id),
                    Sql.ids(contacts, Written.Meeting::person), Sql.texts(contacts, c -> c.contact().channel()),
                    Sql.times(contacts, c -> c.contact().at()), Sql.times(contacts, Written.Meeting::until));
        }
        if (!written.lines.isEmpty()) {
            var lines = written.lines;
            sql.update(ROWS, Sql.ids(lines, Written.Line::id), Sql.ids(lines, Written.Line::contact),
                    Sql.texts(lines, l -> l.hold() == null ? null : l.hold().reason().name()),
                    Sql.times(lines, l -> l.hold() == null ? null : l.hold().until()),
                    Sql.ids(lines, Written.Line::owner), Sql.flags(lines, Written.Line::assigned));
        }
        if (!written.over.isEmpty()) {
            sql.update("update revisit.contact set over = true where id = any (?::uuid[])",
                    (Object) written.over.toArray(UUID[]::new));
        }
    }

    /**
     * Locks what was asked for these, so that what is asked from now on is not forgotten when this is done.
     *
     * @return by person the version of the request: another with every request, with the same one too
     */
    static Map<UUID, String> requests(Sql sql, Set<UUID> persons) throws SQLException {
        Map<UUID, String> requests = new HashMap<>();
        sql.list(REQUESTS, row -> requests.put(Sql.id(row, "person"), row.getString("version")),
                (Object) persons.toArray(UUID[]::new));
        return requests;
    }

    /**
     * When to look at them again; those who are not named need not be looked at until something changes.
     *
     * @param requested whose requests are locked
     */
    static void again(Sql sql, TenantId tenant, Set<UUID> requested, Map<UUID, Instant> when) throws SQLException {
        List<UUID> done = requested.stream().filter(person -> !when.containsKey(person)).toList();
        sql.update("delete from revisit.replan where person = any (?::uuid[])", (Object) done.toArray(UUID[]::new));
        List<UUID> later = when.keySet().stream().filter(requested::contains).toList();
        sql.update(AGAIN, Sql.ids(later, id -> id), Sql.times(later, when::get));
        List<UUID> first = when.keySet().stream().filter(person -> !requested.contains(person)).toList();
        sql.update(FIRST, tenant.value(), Sql.ids(first, id -> id), Sql.times(first, when::get));
    }
}
