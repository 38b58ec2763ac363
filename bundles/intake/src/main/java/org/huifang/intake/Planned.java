// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;

/** What becomes of some hundred rows: how many of each kind, what is to be said of them, and what is recorded. */
final class Planned {
    private final Map<RowKind, Long> counts = new EnumMap<>(RowKind.class);
    private final Map<RowKind, Integer> kept = new EnumMap<>(RowKind.class);
    private final List<RowFinding> findings = new ArrayList<>();
    private final Map<Long, List<Fact>> facts = new LinkedHashMap<>();

    void add(RowFinding finding) {
        add(finding.kind(), List.of(finding));
    }

    /** One row, of which several things may have been found. */
    void add(RowKind kind, List<RowFinding> found) {
        counts.merge(kind, 1L, Long::sum);
        findings.addAll(found);
    }

    /** Rows of which nothing is to be said one by one. */
    void add(RowKind kind, long rows) {
        counts.merge(kind, rows, Long::sum);
    }

    /** Of what a part found the counts, and so many of its findings of each kind as are ever shown. */
    void gather(Planned part) {
        part.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        for (RowFinding finding : part.findings) {
            int most = finding.kind() == RowKind.ERROR ? Chunks.ERRORS : Chunks.SAMPLES;
            if (kept.merge(finding.kind(), 1, Integer::sum) <= most) {
                findings.add(finding);
            }
        }
    }

    /** Whether anything of it would be recorded. */
    boolean news() {
        return count(RowKind.CREATE) + count(RowKind.UPDATE) + count(RowKind.CONFLICT) > 0;
    }

    void record(long line, Fact fact) {
        facts.computeIfAbsent(line, one -> new ArrayList<>()).add(fact);
    }

    long count(RowKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    List<RowFinding> findings() {
        return findings;
    }

    /** By the line of the row. */
    Map<Long, List<Fact>> facts() {
        return facts;
    }

    List<PersonKey> people() {
        return facts.values().stream().flatMap(List::stream).map(fact -> ((Fact.ByKey) fact).person()).distinct()
                .toList();
    }
}
