// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.staff.TrainingRecord;

/** Whose right to work on cases ends soon: by training, the record that counts longest. */
final class Expiring {
    private static final Comparator<TrainingRecord> LONGEST = Comparator
            .comparing(record -> record.until() == null ? LocalDate.MAX : record.until());

    private Expiring() {
    }

    /** Of one person's records, those of required trainings that count today and not on the last day any more. */
    static List<TrainingRecord> of(List<TrainingRecord> records, Set<String> required, LocalDate today,
            LocalDate last) {
        Map<String, TrainingRecord> longest = new HashMap<>();
        records.stream().filter(record -> required.contains(record.training()) && !record.passed().isAfter(today))
                .forEach(record -> longest.merge(record.training(), record,
                        (a, b) -> LONGEST.compare(a, b) >= 0 ? a : b));
        return longest.values().stream().filter(record -> {
            LocalDate until = record.until();
            return until != null && !until.isBefore(today) && until.isBefore(last);
        }).sorted(LONGEST.thenComparing(TrainingRecord::training)).toList();
    }
}
