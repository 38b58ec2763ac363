// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.consent.ErasureDue;
import org.huifang.api.consent.ErasureDue.Keeps;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Policy;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** A dry run over some files: whose time is over for which class of data, and what keeps it all the same. */
final class RetentionRun {
    /**
     * What people did themselves; what Huifang and its staff do by themselves, calls that reach nobody among it, keeps
     * nobody's data alive.
     */
    private static final String[] THEIRS = FactJson.kinds(List.of(Fact.Launched.class, Fact.Enrolled.class,
            Fact.Left.class, Fact.LessonCompleted.class, Fact.CourseFinished.class, Fact.TestTaken.class,
            Fact.Complained.class, Fact.RefundAsked.class, Fact.Refunded.class, Fact.Purchased.class,
            Fact.Answered.class, Fact.NoticeAnswered.class, Fact.FeedbackGiven.class,
            Fact.Consented.class));
    private static final String PAGE = """
        with page as (select id, created from archive.learner
                where tenant = ? and merged_into is null and id > ?::uuid order by id limit ?),
            part as (select page.id as root, page.created, l.id from page
                join archive.learner l on l.id = page.id or l.merged_into = page.id)
        select root, min(created) as created,
            max((select max(t.at) from archive.timeline t where t.learner = part.id and (t.kind = any (?)
                or t.source = 'learner'
                or t.kind = 'Revisited' and t.fact ->> 'outcome' in ('REACHED', 'REFUSED', 'CALL_BACK')))) as active,
            max((select max(t.at) from archive.timeline t where t.learner = part.id
                and t.kind in ('Revisited', 'Answered'))) as noted,
            max((select max(c.at) from archive.consent c where c.learner = part.id)) as consented,
            bool_or(exists (select from archive.legal_hold h where h.learner = part.id and h.released is null)) as held,
            bool_or(exists (select from archive.enrolment e where e.learner = part.id and e.present
                and e.finished_at is null)) as enrolled,
            bool_or(exists (select from archive.link k join archive.learner c on c.id = k.learner
                join archive.learner s on s.id = c.id or s.merged_into = coalesce(c.merged_into, c.id)
                    or s.id = c.merged_into
                join archive.enrolment e on e.learner = s.id
                where k.person = part.id and k.linked and e.present and e.finished_at is null)) as behind,
            bool_or(exists (select from archive.purchase p where p.learner = part.id and p.kind <> 'REFUNDED'
                and (p.until is null or p.until > ?))) as bought
        from part group by root order by root""";

    /** What is known of one file. */
    private record Seen(UUID learner, Instant created, @Nullable Instant active, @Nullable Instant noted,
            @Nullable Instant consented, boolean held, boolean enrolled, boolean behind,
            boolean bought) {
        @Nullable
        Instant last(String data) {
            return switch (data) {
                case "note" -> noted;
                // a consent proves that a contact was right as long as there are contacts
                case "consent" -> consented == null ? null : latest(consented, active);
                default -> active == null ? created : active;
            };
        }

        private static Instant latest(Instant one, @Nullable Instant other) {
            return other == null || other.isBefore(one) ? one : other;
        }
    }

    private final Map<String, String> policies;
    private final Instant now;
    private final LocalDate today;

    private RetentionRun(List<Policy> policies, Instant now) {
        this.policies = policies.stream().collect(Collectors.toMap(Policy::name, Policy::value));
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    static Page<ErasureDue> page(Sql sql, TenantId tenant, Instant now, @Nullable String after, int limit)
            throws SQLException {
        var run = new RetentionRun(PolicyTable.on(sql, tenant, LocalDate.ofInstant(now, ZoneOffset.UTC)), now);
        List<Seen> files = sql.list(PAGE, row -> new Seen(Sql.id(row, "root"), Sql.instant(row, "created"),
                Sql.time(row, "active"), Sql.time(row, "noted"), Sql.time(row, "consented"), row.getBoolean("held"),
                row.getBoolean("enrolled"), row.getBoolean("behind"), row.getBoolean("bought")), tenant.value(),
                after == null ? new UUID(0, 0).toString() : UUID.fromString(after).toString(), Pages.checked(limit),
                THEIRS, now);
        Map<UUID, List<FieldValue>> values = Values.ofMany(sql, tenant, files.stream().map(Seen::learner).toList());
        List<ErasureDue> due = files.stream()
                .flatMap(file -> run.due(file, values.getOrDefault(file.learner, List.of())).stream()).toList();
        return new Page<>(due, files.size() < limit ? null : files.getLast().learner.toString());
    }

    private List<ErasureDue> due(Seen file, List<FieldValue> values) {
        var byField = new HashMap<String, FieldValue>();
        values.forEach(value -> byField.put(value.field(), value));
        boolean minor = Minority.until(byField,
                Integer.parseInt(policies.getOrDefault(Policies.GUARDIAN_AGE, "0")), now) != null;
        var due = new ArrayList<ErasureDue>();
        for (String data : Arrays.asList("contact", "note", "consent")) {
            Instant last = file.last(data);
            LocalDate day = last == null ? null : over(data, last, minor);
            if (day != null && !day.isAfter(today)) {
                due.add(new ErasureDue(file.learner, data, Objects.requireNonNull(last), day,
                        kept(file, data, minor)));
            }
        }
        due.sort(Comparator.comparing(ErasureDue::data));
        return due;
    }

    /** Null when no policy limits it. */
    private @Nullable LocalDate over(String data, Instant last, boolean minor) {
        String any = policies.get(Policies.RETENTION_OF + data);
        String period = minor ? policies.getOrDefault(Policies.RETENTION_OF + data + ".minor", any) : any;
        return period == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC).plus(Period.parse(period));
    }

    private Set<Keeps> kept(Seen file, String data, boolean minor) {
        var kept = EnumSet.noneOf(Keeps.class);
        if (file.held) {
            kept.add(Keeps.LEGAL_HOLD);
        }
        if (file.enrolled) {
            kept.add(Keeps.ENROLLED);
        }
        if (file.behind) {
            kept.add(Keeps.LEARNER_ENROLLED);
        }
        if (file.bought) {
            kept.add(Keeps.PURCHASE_RUNS);
        }
        Instant consented = file.last("consent");
        LocalDate until = data.equals("contact") && consented != null ? over("consent", consented, minor) : null;
        if (until != null && until.isAfter(today)) {
            kept.add(Keeps.CONSENT_KEPT);
        }
        return kept;
    }
}
