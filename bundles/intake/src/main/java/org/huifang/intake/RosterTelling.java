// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** What the differences come to, some hundred at a time: first courses, then people, then who belongs where. */
final class RosterTelling {
    static final int STRETCH = 500;

    /** What is noted of a record once the archive has been told. */
    record Noted(String id, String told, @Nullable CourseKey key) {}

    /** @param facts what is to be told of each that is noted; may be nothing */
    record Stretch(RosterKind kind, Planned planned, List<List<Fact>> facts, List<Noted> noted) {
        /** In parts, each under a key of its records, so that one that came through before counts once. */
        List<Delivery> deliveries(TenantId tenant, UUID run, String phase) {
            List<Delivery> parts = new ArrayList<>();
            for (int from = 0; from < noted.size(); from += Delivering.PART) {
                int to = Math.min(noted.size(), from + Delivering.PART);
                List<Fact> told = facts.subList(from, to).stream().flatMap(List::stream).toList();
                if (!told.isEmpty()) {
                    String key = phase + ":" + kind + ":" + Row.digest(noted.subList(from, to).toString());
                    parts.add(new Delivery(tenant, "import:" + run, key, told));
                }
            }
            return parts;
        }
    }

    private final TenantId tenant;
    private final ImportRun run;
    private final FileKeeping files;
    private final RosterCourses courses;
    private final String source;
    private RosterKind kind = RosterKind.CLASS;
    private String after = "";
    private @Nullable Set<String> titles;

    RosterTelling(TenantId tenant, ImportRun run, FileKeeping files, RosterCourses courses) {
        this.tenant = tenant;
        this.run = run;
        this.files = files;
        this.courses = courses;
        this.source = "list:" + run.list();
    }

    /** The next stretch, or null after the last. */
    @Nullable
    Stretch next(Sql sql, Instant now) throws SQLException {
        while (true) {
            Stretch found = switch (kind) {
                case CLASS -> courses(RosterNews.courses(sql, tenant, run.id(), run.list(), after, STRETCH), now);
                case USER -> people(sql, RosterNews.people(sql, tenant, run.id(), run.list(), after, STRETCH), now);
                default -> places(RosterNews.places(sql, tenant, run.id(), run.list(), after,
                        LocalDate.ofInstant(now, courses.zone(tenant)), STRETCH), now);
            };
            if (!found.noted().isEmpty()) {
                after = found.noted().getLast().id();
                return found;
            }
            if (kind == RosterKind.ENROLMENT) {
                return null;
            }
            kind = kind == RosterKind.CLASS ? RosterKind.USER : RosterKind.ENROLMENT;
            after = "";
        }
    }

    private Stretch courses(List<RosterNews.OfCourse> news, Instant now) {
        Set<String> ids = new HashSet<>();
        news.stream().filter(one -> one.key() == null).forEach(one -> {
            ids.add(one.id());
            ids.add(one.code());
        });
        ids.remove("");
        Map<String, CourseKey> known = ids.isEmpty() ? Map.of() : courses.onPlatforms(tenant, ids);
        Stretch stretch = new Stretch(RosterKind.CLASS, new Planned(), new ArrayList<>(), new ArrayList<>());
        for (RosterNews.OfCourse one : news) {
            CourseKey there = known.getOrDefault(one.id(), known.get(one.code()));
            CourseKey key = one.key() != null ? one.key() : there != null ? there : new CourseKey(source, one.id());
            // a platform's course keeps the title that it has there
            String title = key.source().equals(source) ? one.title() : null;
            stretch.facts.add(List.of(new Fact.CourseDescribed(key, title, one.begins(), one.ends(), now)));
            stretch.noted.add(new Noted(one.id(), one.wanted(), key));
            stretch.planned.add(new RowFinding(one.line(), RowKind.UPDATE, "", RosterKind.CLASS.column("sourcedId"),
                    Row.cut(one.id()), course(one, title == null), Row.cut(one.title())));
        }
        return stretch;
    }

    private RowReason course(RosterNews.OfCourse one, boolean platforms) {
        if (one.told() != null) {
            return RowReason.COURSE_CHANGED;
        }
        if (platforms) {
            return RowReason.COURSE_OF_PLATFORM;
        }
        Set<String> there = titles == null ? courses.titles(tenant) : titles;
        titles = there;
        return there.contains(RosterCourses.folded(one.title())) ? RowReason.COURSE_TWICE : RowReason.COURSE_OPENED;
    }

    private Stretch people(Sql sql, List<RosterNews.OfPerson> news, Instant now) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<Noted> noted = new ArrayList<>();
        for (RosterNews.OfPerson one : news) {
            // what no file of this run has still needs a line of its own
            long line = one.line() > 0 ? one.line() : -1 - noted.size();
            rows.add(new Row(line, one.id(), Staged.values(one.content()), List.of()));
            noted.add(new Noted(one.id(), one.said(), null));
        }
        Planned planned = rows.isEmpty()
                ? new Planned()
                : new PlanningRows(files, sql, tenant, run, now).plan(rows, Map.of());
        List<List<Fact>> facts = new ArrayList<>();
        rows.forEach(row -> facts.add(planned.facts().getOrDefault(row.line(), List.of())));
        return new Stretch(RosterKind.USER, planned, facts, noted);
    }

    private Stretch places(List<RosterNews.OfEnrolment> news, Instant now) {
        Stretch stretch = new Stretch(RosterKind.ENROLMENT, new Planned(), new ArrayList<>(), new ArrayList<>());
        for (RosterNews.OfEnrolment one : news) {
            List<Fact> facts = new ArrayList<>();
            RosterNews.Place former = one.former();
            RosterNews.Place place = one.place();
            if (former != null && (place == null || !place.course().equals(former.course())
                    || !place.person().equals(former.person()))) {
                facts.add(new Fact.Left(former.course(), new PersonKey(source, former.person()), now));
            }
            if (place != null) {
                facts.add(new Fact.Enrolled(place.course(), new PersonKey(source, place.person()), Identity.UNKNOWN,
                        CourseRole.valueOf(one.role()), since(one, now)));
            }
            String title = place != null ? place.title() : former == null ? "" : former.title();
            stretch.facts.add(facts);
            stretch.noted.add(new Noted(one.id(), one.wanted(), null));
            stretch.planned.add(new RowFinding(one.line(), RowKind.UPDATE, "",
                    RosterKind.ENROLMENT.column("sourcedId"), Row.cut(one.id()),
                    place == null ? RowReason.LEAVES : RowReason.JOINS, Row.cut(title)));
        }
        return stretch;
    }

    /** Who comes for the first time has belonged there since the day that is named; who comes back, from now on. */
    private Instant since(RosterNews.OfEnrolment one, Instant now) {
        LocalDate day = one.begins();
        Instant begun = day == null ? now : day.atStartOfDay(courses.zone(tenant)).toInstant();
        return one.told() == null && begun.isBefore(now) ? begun : now;
    }

    /** After the archive has been told. */
    static void note(Sql sql, TenantId tenant, UUID run, String list, Stretch stretch) throws SQLException {
        String[] ids = Sql.texts(stretch.noted, Noted::id);
        sql.update("""
            update intake.roster_record r set told = n.told, key_source = coalesce(r.key_source, n.source),
              key_context = coalesce(r.key_context, n.context)
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as n (id, told, source, context)
            where r.tenant = ? and r.list = ? and r.kind = ? and r.id = n.id""", ids,
                Sql.texts(stretch.noted, Noted::told),
                Sql.texts(stretch.noted, one -> one.key() == null ? null : one.key().source()),
                Sql.texts(stretch.noted, one -> one.key() == null ? null : one.key().context()), tenant.value(), list,
                stretch.kind.name());
        sql.update("update intake.roster_staged set met = true where run = ? and kind = ? and id = any (?)", run,
                stretch.kind.name(), ids);
    }
}
