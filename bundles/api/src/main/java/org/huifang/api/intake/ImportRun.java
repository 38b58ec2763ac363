// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.intake.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One import of one file.
 *
 * @param columns what each column is: a {@link org.huifang.api.archive.Field#key()}, {@link #ID}, or empty for one that
 * is not taken
 * @param list the name of the list, under which its ids are known; an id means the same person in every import of it
 * @param checked how many rows of each kind the check found; empty before it
 * @param taken how many rows of each kind the run met; empty before it
 * @param rows how many rows the file has; -1 until a check has read it to its end
 * @param undone how many persons' rows have been taken back
 * @param author the account of whoever uploaded the file
 * @param ended when the last work on it ended, or null
 * @param failure why it went no further, or null
 * @param failedAt the line of the failure, or 0
 * @param fileKept whether the file is still here; it holds personal data and goes after a month
 * @param former a former import of the very same file, or null
 */
public record ImportRun(UUID id, String fileName, long bytes, Format format, FileReading reading, List<String> header,
        List<String> columns, String list, ImportState state, Map<RowKind, Long> checked, Map<RowKind, Long> taken,
        long rows, long undone, UUID author, Instant uploaded, @Nullable Instant ended,
        @Nullable Reason failure, long failedAt, boolean fileKept, @Nullable UUID former) {
    /** A column that holds the list's own id of the person. */
    public static final String ID = "id";

    public ImportRun {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
        checked = Map.copyOf(checked);
        taken = Map.copyOf(taken);
    }

    /** The rows that were read in a phase, which is what its kinds add up to. */
    public static long sum(Map<RowKind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many persons something was recorded of. */
    public long recorded() {
        return taken.getOrDefault(RowKind.CREATE, 0L) + taken.getOrDefault(RowKind.UPDATE, 0L)
                + taken.getOrDefault(RowKind.CONFLICT, 0L);
    }
}
