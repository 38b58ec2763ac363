// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/** A file cannot be read to its end; nothing of what follows the line was read. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; views have a sentence for each. */
    public enum Reason {
        /** More bytes than an upload may have. */
        TOO_BIG,
        /** Nothing in it. */
        EMPTY,
        /** Neither CSV nor a workbook of this age. */
        OLD_EXCEL,
        /** The workbook is damaged, or it is no workbook. */
        NOT_A_WORKBOOK,
        /** It would unpack to far more than it is: a trap, or a mistake. */
        UNPACKS_TOO_BIG,
        /** The workbook names things outside itself, which are never read. */
        FOREIGN_CONTENT,
        /** One value is longer than any value may be; in CSV mostly a quote that is never closed. */
        TOO_LONG,
        /** More columns than a list may have. */
        TOO_MANY_COLUMNS,
        /** More rows than a list may have. */
        TOO_MANY_ROWS,
        /** The file is kept no more. */
        GONE,
        /** Its rows could not be worked on though it was tried several times; nobody has looked into it yet. */
        BROKE_OFF
    }

    private final Reason reason;
    private final long line;

    public FileRefused(Reason reason, long line) {
        super(reason + " at line " + line);
        this.reason = reason;
        this.line = line;
    }

    public FileRefused(Reason reason, long line, Throwable cause) {
        super(reason + " at line " + line, cause);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** The line of the file, or 0 where it is no single one. */
    public long line() {
        return line;
    }
}
