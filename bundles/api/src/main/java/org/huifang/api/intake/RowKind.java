// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/** What becomes of a row; each row is of one kind, so that the counts add up. */
public enum RowKind {
    /** It opens a file. */
    CREATE,
    /** It adds to a file what was not there. */
    UPDATE,
    /** It says otherwise than the file; both are kept, and the ranking of sources decides which one holds. */
    CONFLICT,
    /** It says nothing new; nothing is recorded. */
    UNCHANGED,
    /** It is left out: empty, or of a person who came earlier in the same list. */
    SKIPPED,
    /** It cannot be taken; the others are. */
    ERROR
}
