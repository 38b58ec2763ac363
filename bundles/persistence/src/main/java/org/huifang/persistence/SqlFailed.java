// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import java.sql.SQLException;
import java.util.Objects;

/** The database refused a statement or a commit; the transaction has been rolled back. */
public final class SqlFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String state;

    public SqlFailed(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = Objects.requireNonNullElse(cause.getSQLState(), "");
    }

    /** Five characters of PostgreSQL's appendix A, or empty. */
    public String state() {
        return state;
    }

    /** Whether a row with the same unique key is there already. */
    public boolean duplicate() {
        return state.equals("23505");
    }

    /** Whether the same work may succeed when it is run again: a deadlock, or a conflict of serialisation. */
    public boolean transientConflict() {
        return state.equals("40001") || state.equals("40P01");
    }
}
