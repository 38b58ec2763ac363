// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

/**
 * What a file may cost.
 *
 * @param bytes of the file
 * @param unpacked bytes of one part of a workbook
 * @param ratio how many times as much a part of a workbook may unpack to; what is small may do as it likes
 * @param parts of a workbook
 * @param columns of a row
 * @param cell characters of a value
 * @param rows of the list
 */
public record Limits(long bytes, long unpacked, int ratio, int parts, int columns, int cell, long rows) {
    /** A million rows of a dozen columns fit; Excel itself has 1,048,576 rows and 32,767 characters in a cell. */
    public static final Limits USUAL = new Limits(256L << 20, 2L << 30, 200, 2_000, 200, 32_767, 2_000_000);
}
