// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.Reach;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Puts together how people are reached: what their files say first, what they allowed last. */
final class Reaching {
    private static final List<String> FIELDS = List.of("phone", "email", "wechat", "locale", "timeZone", "channel",
            "hours", "birthDate");
    // lateral, here and below, as the planner may know nothing of these tables yet
    private static final String FILES = "select file.* from unnest(?::uuid[]) as asked (id)"
            + " cross join lateral (select id, merged_into, name, findable, "
            + FIELDS.stream().map(field -> "held ->> '" + field + "' as \"" + field + "\"")
                    .collect(Collectors.joining(", "))
            + " from archive.learner where tenant = ? and id = asked.id offset 0) file";
    /** While files are being shown by another ranking of sources, what they show may be the old one's. */
    private static final String RESHOWING = "select 1 from archive.reshow where tenant = ?";
    private static final String PARTS = """
        select root.id as root, p.id from unnest(?::uuid[]) as root (id) cross join lateral (
            select id from archive.learner where tenant = ? and merged_into = root.id offset 0) p""";
    private static final String PLACES = """
        select part.root, k.source, k.subject, e.course
        from unnest(?::uuid[], ?::uuid[]) as part (id, root) cross join lateral (
                select source, subject from archive.identity_key where tenant = ? and learner = part.id offset 0) k
            cross join lateral (select course, coalesce(last_activity, enrolled) as active from archive.enrolment
                where tenant = ? and learner = part.id and present offset 0) e
        where k.source like 'platform:%' order by e.active desc, k.source, k.subject""";
    /** What holds and was found wrong all the same: nobody says anything else. */
    private static final String WRONG = """
        with wrong as (select part.root, c.field, archive.same(c.field, c.value) as same,
                max(c.at) filter (where not c.correct) as at
            from unnest(?::uuid[], ?::uuid[]) as part (id, root) cross join lateral (
                select field, value, correct, at from archive.checked where tenant = ? and learner = part.id
                    and field in ('phone', 'email', 'wechat') offset 0) c group by 1, 2, 3
            having max(c.at) filter (where not c.correct) > coalesce(max(c.at) filter (where c.correct), '-infinity'))
        select root, field, same from wrong where not exists (select from archive.identity_value v
            where v.learner in (select p.id from archive.learner p where p.id = wrong.root or p.merged_into = wrong.root)
                and v.superseded is null and v.field = wrong.field and coalesce(v.norm, v.value) = wrong.same
                and """ + " " + Said.STATED + " > wrong.at)";
    private static final String TAUGHT = """
        select course, source from archive.course_key where tenant = ? and course = any (?::uuid[])""";

    /** @param root the file that it is shown with: itself, or the one it was merged into */
    private record Asked(UUID root, Shown file) {}

    /** @param known whether the values are those that hold */
    private record Shown(UUID id, String name, boolean known, Map<String, String> values) {}

    private record Point(UUID file, FoundWrong.Value value) {}

    private final Sql sql;
    private final TenantId tenant;
    private final Instant now;

    Reaching(Sql sql, TenantId tenant, Instant now) {
        this.sql = sql;
        this.tenant = tenant;
        this.now = now;
    }

    Map<UUID, Reach> of(Collection<UUID> learners, Set<String> purposes) throws SQLException {
        List<Asked> asked = files(learners);
        Map<UUID, Shown> roots = new HashMap<>();
        asked.stream().filter(one -> one.root.equals(one.file.id)).forEach(one -> roots.put(one.root, one.file));
        // of those that were merged, who are few
        Set<UUID> others = asked.stream().map(Asked::root).filter(root -> !roots.containsKey(root))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            files(others).forEach(other -> roots.put(other.file.id, other.file));
        }
        Map<UUID, Shown> files = held(roots);
        Map<UUID, UUID> parts = parts(files.keySet());
        Set<Point> wrong = wrong(parts);
        Map<UUID, String> platforms = platforms(parts);
        Map<UUID, Set<String>> tags = TagTable.names(sql, tenant, parts);
        var barriers = new Barriers(sql, tenant, now).of(parts, files.keySet(), purposes,
                id -> value(files, id, "birthDate"), id -> value(files, id, "timeZone"));
        Map<UUID, Reach> reached = new HashMap<>();
        files.forEach((id, file) -> reached.put(id, reach(file, wrong, platforms.get(id),
                tags.getOrDefault(id, Set.of()), barriers.getOrDefault(id, Map.of()))));
        return asked.stream().filter(one -> reached.containsKey(one.root))
                .collect(Collectors.toMap(one -> one.file.id, one -> reached.get(one.root), (one, same) -> one));
    }

    private List<Asked> files(Collection<UUID> ids) throws SQLException {
        return sql.list(FILES, Reaching::asked, ids.toArray(UUID[]::new), tenant.value());
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        for (String field : FIELDS) {
            String value = row.getString(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        UUID id = Sql.id(row, "id");
        return new Asked(Objects.requireNonNullElse(row.getObject("merged_into", UUID.class), id),
                new Shown(id, row.getString("name"), row.getBoolean("findable"), values));
    }

    /** The same files with the values that hold, also where the file does not show them yet. */
    private Map<UUID, Shown> held(Map<UUID, Shown> shown) throws SQLException {
        boolean reshowing = !sql.list(RESHOWING, row -> row.getInt(1), tenant.value()).isEmpty();
        List<UUID> unsure = shown.values().stream().filter(file -> reshowing || !file.known).map(Shown::id).toList();
        if (unsure.isEmpty()) {
            return shown;
        }
        Map<UUID, List<FieldValue>> hold = Values.ofMany(sql, tenant, unsure);
        var files = new HashMap<>(shown);
        unsure.forEach(id -> files.computeIfPresent(id, (same, file) -> new Shown(id, file.name, true,
                hold.getOrDefault(id, List.of()).stream()
                        .collect(Collectors.toMap(FieldValue::field, FieldValue::value)))));
        return files;
    }

    private static @Nullable String value(Map<UUID, Shown> files, UUID id, String field) {
        Shown file = files.get(id);
        return file == null ? null : file.values.get(field);
    }

    /** Each part's file; a file is a part of itself. */
    private Map<UUID, UUID> parts(Collection<UUID> files) throws SQLException {
        record Part(UUID id, UUID root) {}
        Map<UUID, UUID> parts = new HashMap<>();
        files.forEach(id -> parts.put(id, id));
        sql.list(PARTS, row -> new Part(Sql.id(row, "id"), Sql.id(row, "root")), files.toArray(UUID[]::new),
                tenant.value()).forEach(part -> parts.put(part.id, part.root));
        return parts;
    }

    /** Nobody calls a stranger twice. */
    private Set<Point> wrong(Map<UUID, UUID> parts) throws SQLException {
        return Set.copyOf(sql.list(WRONG,
                row -> new Point(Sql.id(row, "root"),
                        new FoundWrong.Value(row.getString("field"), row.getString("same"))),
                parts.keySet().toArray(UUID[]::new), parts.values().toArray(UUID[]::new), tenant.value()));
    }

    /** Where somebody is in a course now; of several the place where they were active last. */
    private Map<UUID, String> platforms(Map<UUID, UUID> parts) throws SQLException {
        record Place(UUID root, String source, String subject, UUID course) {}
        record Taught(UUID course, String source) {}
        List<Place> places = sql.list(PLACES,
                row -> new Place(Sql.id(row, "root"), row.getString("source"), row.getString("subject"),
                        Sql.id(row, "course")),
                parts.keySet().toArray(UUID[]::new), parts.values().toArray(UUID[]::new), tenant.value(),
                tenant.value());
        UUID[] courses = places.stream().map(Place::course).distinct().toArray(UUID[]::new);
        Set<Taught> taught = Set.copyOf(sql.list(TAUGHT,
                row -> new Taught(Sql.id(row, "course"), row.getString("source")), tenant.value(), courses));
        return places.stream().filter(place -> taught.contains(new Taught(place.course, place.source)))
                .collect(Collectors.toMap(Place::root, place -> place.source + " " + place.subject,
                        (newest, other) -> newest));
    }

    private static Reach reach(Shown file, Set<Point> wrong, @Nullable String platform, Set<String> tags,
            Map<String, Map<String, Reach.Barrier>> barriers) {
        Map<String, String> values = file.values;
        var points = new HashMap<String, String>();
        for (String field : List.of("phone", "email", "wechat")) {
            String value = values.get(field);
            if (value != null && !wrong.contains(new Point(file.id, FoundWrong.Value.of(field, value)))) {
                points.put(field, value);
            }
        }
        put(points, "sms", points.get("phone"));
        put(points, "lms", platform);
        return new Reach(file.id, file.name, parsed(values.get("timeZone"), ZoneId::of),
                values.getOrDefault("locale", ""), values.get("channel"), values.get("hours"), points, barriers,
                parsed(values.get("birthDate"), LocalDate::parse), tags);
    }

    private static void put(Map<String, String> points, String channel, @Nullable String point) {
        if (point != null) {
            points.put(channel, point);
        }
    }

    private static <T> @Nullable T parsed(@Nullable String value, Function<String, T> parse) {
        try {
            return value == null ? null : parse.apply(value);
        } catch (DateTimeException other) {
            return null;
        }
    }
}
