// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of rows, against what the archive holds: a few questions for some hundred rows, none for a single
 * one. The check and the run decide alike.
 */
final class PlanningRows {
    private final FileKeeping files;
    private final Sql sql;
    private final TenantId tenant;
    private final ImportRun run;
    private final Instant at;

    PlanningRows(FileKeeping files, Sql sql, TenantId tenant, ImportRun run, Instant at) {
        this.files = files;
        this.sql = sql;
        this.tenant = tenant;
        this.run = run;
        this.at = at;
    }

    /** @param earlier the line of an earlier row of the same person, by the line of the later */
    Planned plan(List<Row> rows, Map<Long, Long> earlier) throws SQLException {
        var planned = new Planned();
        Map<Row, List<Candidate>> candidates = candidates(rows);
        Map<UUID, Held> held = Held.of(files, sql, tenant, run, candidates.values().stream().flatMap(List::stream)
                .map(Candidate::learner).collect(Collectors.toSet()));
        for (Row row : rows) {
            @Nullable
            RowFinding left = leftOut(row, earlier.get(row.line()));
            if (left != null) {
                planned.add(left);
            } else if (!row.errors().isEmpty()) {
                planned.add(RowKind.ERROR, row.errors());
            } else {
                match(row, candidates.getOrDefault(row, List.of()), held, planned);
            }
        }
        return planned;
    }

    private Map<Row, List<Candidate>> candidates(List<Row> rows) {
        List<List<Candidate>> found = files.candidates(tenant,
                rows.stream().map(row -> row.sought(run.id(), run.list())).toList());
        Map<Row, List<Candidate>> byRow = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byRow.put(rows.get(i), found.get(i));
        }
        return byRow;
    }

    private static @Nullable RowFinding leftOut(Row row, @Nullable Long earlier) {
        if (row.blank()) {
            return row.finding(RowKind.SKIPPED, RowReason.BLANK, "");
        }
        if (earlier != null) {
            return row.finding(RowKind.SKIPPED, RowReason.SAME_AS_LINE, Long.toString(earlier));
        }
        boolean known = !row.id().isEmpty() || !row.value(Field.EMAIL).isEmpty() || !row.value(Field.PHONE).isEmpty();
        return known || !row.errors().isEmpty() ? null : row.finding(RowKind.ERROR, RowReason.NOBODY, "");
    }

    private void match(Row row, List<Candidate> candidates, Map<UUID, Held> held, Planned planned) {
        @Nullable
        UUID byKey = candidates.stream().filter(c -> c.by() == Candidate.By.KEY).map(Candidate::learner)
                .findFirst().orElse(null);
        List<UUID> same = sure(candidates);
        if (byKey == null && same.size() > 1 && run.format() != Format.ONEROSTER) {
            planned.add(row.finding(RowKind.SKIPPED, RowReason.SEVERAL_FILES, ""));
        } else if (byKey != null || same.size() == 1) {
            UUID file = byKey != null ? byKey : same.getFirst();
            change(row, file, byKey != null, Held.in(held, file), planned);
        } else if (row.name().isEmpty()) {
            planned.add(row.finding(RowKind.ERROR, RowReason.NAME_MISSING, ""));
        } else {
            record(row, row.key(run.id(), run.list()), null, row.values(), at, planned);
            planned.add(row.finding(RowKind.CREATE,
                    candidates.isEmpty() ? RowReason.NONE : RowReason.POSSIBLY_SAME, ""));
        }
    }

    /** Parents share phones: the name must be the same as well. An address says more than a number. */
    private static List<UUID> sure(List<Candidate> candidates) {
        List<Candidate> same = candidates.stream().filter(Candidate::sameName).toList();
        List<UUID> byMail = same.stream().filter(c -> c.by() == Candidate.By.EMAIL).map(Candidate::learner).distinct()
                .toList();
        return byMail.isEmpty() ? same.stream().map(Candidate::learner).distinct().toList() : byMail;
    }

    /** Only what is news is told as such, so that a list that comes again changes nothing. */
    private void change(Row row, UUID file, boolean keyKnown, Held held, Planned planned) {
        Map<String, String> news = new LinkedHashMap<>();
        Map<Instant, Map<String, String>> again = new TreeMap<>();
        row.values().forEach((field, value) -> {
            Optional<FieldValue> known = held.same(field, value);
            if (known.isEmpty()) {
                news.put(field, value);
            } else if (!held.stays(field, value)) {
                again.computeIfAbsent(known.get().since(), since -> new LinkedHashMap<>()).put(field, value);
            }
        });
        boolean unchanged = news.isEmpty() && (keyKnown || row.id().isEmpty());
        // a row without an id has a key of its own only where it brings news: lists that come again would pile them up
        PersonKey key = unchanged && row.id().isEmpty()
                ? new PersonKey("import:again", file.toString())
                : row.key(run.id(), run.list());
        again.forEach((since, values) -> confirm(row, key, file, values, since, planned));
        if (unchanged) {
            planned.add(row.finding(RowKind.UNCHANGED, RowReason.NONE, ""));
            return;
        }
        record(row, key, file, news, at, planned);
        List<RowFinding> conflicts = news.keySet().stream()
                .flatMap(field -> Stream.ofNullable(held.holding(field)))
                .map(value -> new RowFinding(row.line(), RowKind.CONFLICT, Row.cut(row.name()), value.field(),
                        Row.cut(row.values().getOrDefault(value.field(), "")), RowReason.NONE, Row.cut(value.value())))
                .toList();
        if (held.nothing()) {
            planned.add(row.finding(RowKind.CREATE, RowReason.NONE, ""));
        } else if (conflicts.isEmpty()) {
            planned.add(row.finding(RowKind.UPDATE, RowReason.NONE, ""));
        } else {
            planned.add(RowKind.CONFLICT, conflicts);
        }
    }

    /**
     * What another import said stays when that one is taken back, for this one says so as well. It says it of the time
     * just before, so that the other one's value goes on to be the one that holds, and one that was found wrong since is
     * not right again.
     */
    private void confirm(Row row, PersonKey key, UUID file, Map<String, String> values, Instant since,
            Planned planned) {
        record(row, key, file, values, since.minus(1, ChronoUnit.MICROS), planned);
    }

    private void record(Row row, PersonKey key, @Nullable UUID file, Map<String, String> values, Instant when,
            Planned planned) {
        planned.record(row.line(),
                new Fact.PersonDescribed(key, file, values, Confidence.REPORTED,
                        Rosters.author(run), when));
    }
}
