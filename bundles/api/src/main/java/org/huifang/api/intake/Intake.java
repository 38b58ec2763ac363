// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes lists of learners in from files: upload, say what the columns are, check, run, undo. Checking, running and
 * undoing go on in the background, one import after the other, through restarts and on any node; listeners are told
 * under the topic {@code intake}. Rows are delivered to the archive under keys, so that none counts twice. Thread-safe;
 * a call whose state does not allow it changes nothing and answers the run as it is.
 */
@ProviderType
public interface Intake {
    /** The largest file that is taken, in bytes. */
    long largest();

    /**
     * Stores a file, finds out how it is written and proposes what its columns are.
     *
     * @param author the account of whoever brings it
     * @param fileName for people only; its ending is not trusted
     * @param content read to its end unless it is refused, and not closed
     * @throws FileRefused when it is too big or nothing that can be read; nothing is kept then
     * @throws IOException when the content cannot be read; nothing is kept then
     */
    ImportRun upload(TenantId tenant, UUID author, String fileName, InputStream content)
            throws FileRefused, IOException;

    /** A new run of the file of a former one, from its columns on. Empty when the file is kept no more. */
    Optional<ImportRun> again(TenantId tenant, UUID run, UUID author);

    Optional<ImportRun> run(TenantId tenant, UUID run);

    /**
     * The newest first.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 100
     */
    Page<ImportRun> runs(TenantId tenant, @Nullable String after, int limit);

    /** @throws FileRefused when the file cannot be read as it is said to be written, or is kept no more */
    FilePreview preview(TenantId tenant, UUID run) throws FileRefused;

    /**
     * Reads the file otherwise: the columns are proposed anew, and it is to be checked again.
     *
     * @throws FileRefused when it cannot be read so; nothing was changed
     */
    ImportRun read(TenantId tenant, UUID run, FileReading reading) throws FileRefused;

    /**
     * Settles what the columns are and begins to check all rows.
     *
     * @param columns as in {@link ImportRun#columns()}, one for each of the header
     * @param list as in {@link ImportRun#list()}
     * @throws ColumnsRefused when they do not do
     */
    ImportRun check(TenantId tenant, UUID run, List<String> columns, String list) throws ColumnsRefused;

    /** Goes back to the columns from a check, or from a file that failed before anything was taken. */
    ImportRun back(TenantId tenant, UUID run);

    /** Begins to take the rows; only what has been checked is taken. */
    ImportRun start(TenantId tenant, UUID run);

    /** Ends a check or a run after the rows that are being looked at now. */
    ImportRun stop(TenantId tenant, UUID run);

    /**
     * Begins to take back what an import said: files get back what other sources say of them, and a file that nothing
     * else speaks for is shown no more. Nothing is deleted.
     */
    ImportRun undo(TenantId tenant, UUID run);

    /** The first rows of a kind, at most 50, from the run if there was one and else from the check. */
    List<RowFinding> samples(TenantId tenant, UUID run, RowKind kind);

    /**
     * What cannot be taken, row by row; at most the first 100,000 are kept.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 1,000
     */
    Page<RowFinding> errors(TenantId tenant, UUID run, @Nullable String after, int limit);
}
