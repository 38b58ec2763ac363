// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/** Columns do not do as they were assigned; nothing was changed. */
public final class ColumnsRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; views have a sentence for each. */
    public enum Reason {
        /** Two columns are said to be the same. */
        TWICE,
        /** No column is taken. */
        NONE,
        /** No column by which a person can be found again: id, e-mail or phone. */
        NOBODY,
        /** There is an id column and the list has no name. */
        LIST_UNNAMED
    }

    private final Reason reason;
    private final String column;

    /** @param column what is concerned: the field of {@link Reason#TWICE}, else empty */
    public ColumnsRefused(Reason reason, String column) {
        super(reason + " " + column);
        this.reason = reason;
        this.column = column;
    }

    public Reason reason() {
        return reason;
    }

    public String column() {
        return column;
    }
}
