// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/**
 * What was found about one row, or about one value of it.
 *
 * @param line of the file
 * @param name of the person, as the row says it; may be empty
 * @param column as the list calls it, or empty for the row as a whole
 * @param value as it stands in the list, at most 200 characters
 * @param reason why
 * @param detail another line, or what the file says now; may be empty
 */
public record RowFinding(long line, RowKind kind, String name, String column, String value, RowReason reason,
        String detail) {}
