// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/** Where an import stands. */
public enum ImportState {
    /** The file is here; which column is what is being settled. */
    COLUMNS,
    /** Every row is looked at; nothing is written into the archive. */
    CHECKING,
    /** It is known what would happen. */
    CHECKED,
    /** Rows are being taken into the archive. */
    RUNNING,
    /** All rows have been taken. */
    DONE,
    /** A person stopped it; what was taken until then stays until it is undone. */
    STOPPED,
    /** The file could not be read to its end; what was taken until then stays until it is undone. */
    FAILED,
    /** What it said is being taken back. */
    UNDOING,
    /** What it said has been taken back. */
    UNDONE;

    /** Whether work goes on in the background. */
    public boolean busy() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }
}
