// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.util.List;

/**
 * The beginning of a file as it is read now.
 *
 * @param sheets the sheets of a workbook by name; empty for CSV
 * @param header what the columns are called; letters as in Excel where the first row is no header
 * @param rows the first rows, each as long as the header
 */
public record FilePreview(List<String> sheets, List<String> header, List<List<String>> rows) {
    public FilePreview {
        sheets = List.copyOf(sheets);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
