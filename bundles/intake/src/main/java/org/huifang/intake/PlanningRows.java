// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of rows, against what the archive holds: two questions for some hundred rows, none for a single
 * one. The check and the run decide alike.
 */
final class PlanningRows {
    private final FileKeeping files;
    private final TenantId tenant;
    private final ImportRun run;
    private final Instant at;

    PlanningRows(FileKeeping files, TenantId tenant, ImportRun run, Instant at) {
        this.files = files;
        this.tenant = tenant;
        this.run = run;
        this.at = at;
    }

    /** @param earlier the line of an earlier row of the same person, by the line of the later */
    Planned plan(List<Row> rows, Map<Long, Long> earlier) {
        var planned = new Planned();
        Map<Row, List<Candidate>> candidates = candidates(rows);
        Map<UUID, List<FieldValue>> held = files.sayings(tenant, candidates.values().stream().flatMap(List::stream)
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

    private void match(Row row, List<Candidate> candidates, Map<UUID, List<FieldValue>> held, Planned planned) {
        @Nullable
        UUID byKey = candidates.stream().filter(c -> c.by() == Candidate.By.KEY).map(Candidate::learner)
                .findFirst().orElse(null);
        List<UUID> same = sure(candidates);
        if (byKey == null && same.size() > 1 && run.format() != Format.ONEROSTER) {
            planned.add(row.finding(RowKind.SKIPPED, RowReason.SEVERAL_FILES, ""));
        } else if (byKey != null || same.size() == 1) {
            UUID file = byKey != null ? byKey : same.getFirst();
            change(row, file, byKey != null, held.getOrDefault(file, List.of()), planned);
        } else if (row.name().isEmpty()) {
            planned.add(row.finding(RowKind.ERROR, RowReason.NAME_MISSING, ""));
        } else {
            record(row, null, row.values(), planned);
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

    /** Only what nobody says already is recorded, so that a list that comes again changes nothing. */
    private void change(Row row, UUID file, boolean keyKnown, List<FieldValue> held, Planned planned) {
        Map<String, String> news = new LinkedHashMap<>(row.values());
        held.forEach(value -> {
            String said = news.get(value.field());
            if (said != null && same(value, said)) {
                news.remove(value.field());
            }
        });
        if (news.isEmpty() && (keyKnown || row.id().isEmpty())) {
            planned.add(row.finding(RowKind.UNCHANGED, RowReason.NONE, ""));
            return;
        }
        record(row, file, news, planned);
        List<RowFinding> conflicts = news.keySet().stream()
                .flatMap(field -> held.stream().filter(value -> value.field().equals(field)).limit(1))
                .map(value -> new RowFinding(row.line(), RowKind.CONFLICT, Row.cut(row.name()), value.field(),
                        Row.cut(row.values().getOrDefault(value.field(), "")), RowReason.NONE, Row.cut(value.value())))
                .toList();
        if (held.isEmpty()) {
            planned.add(row.finding(RowKind.CREATE, RowReason.NONE, ""));
        } else if (conflicts.isEmpty()) {
            planned.add(row.finding(RowKind.UPDATE, RowReason.NONE, ""));
        } else {
            planned.add(RowKind.CONFLICT, conflicts);
        }
    }

    private static boolean same(FieldValue held, String said) {
        if (held.field().equals(Field.PHONE.key())) {
            return tail(held.value()).equals(tail(said));
        }
        return held.field().equals(Field.EMAIL.key()) ? held.value().equalsIgnoreCase(said) : held.value().equals(said);
    }

    private static String tail(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - 10));
    }

    private void record(Row row, @Nullable UUID file, Map<String, String> values, Planned planned) {
        planned.record(row.line(),
                new Fact.PersonDescribed(row.key(run.id(), run.list()), file, values, Confidence.REPORTED,
                        Rosters.author(run), at));
    }
}
