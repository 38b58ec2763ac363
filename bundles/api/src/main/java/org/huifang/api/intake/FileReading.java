// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.util.List;

/**
 * How a file is read. Found by looking at it, and changed by a person who knows better.
 *
 * @param charset of a CSV file, one of {@link #CHARSETS}; empty for a workbook
 * @param delimiter of a CSV file: comma, semicolon or tab; a space for a workbook
 * @param sheet of a workbook, counted from 0; 0 for a CSV file
 * @param headed whether the first row names the columns
 */
public record FileReading(String charset, char delimiter, int sheet, boolean headed) {
    /** What a CSV file may be written in. */
    public static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE",
            "windows-1252");
    /** What may stand between the values of a CSV file. */
    public static final List<Character> DELIMITERS = List.of(',', ';', '\t');
}
