// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.util.List;

/**
 * A row of a list.
 *
 * @param number of the line in the file, from 1
 * @param cells without the characters of value 0, which no database takes
 */
public record Line(long number, List<String> cells) {
    public Line {
        cells = cells.stream().map(cell -> cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "")).toList();
    }

    /** The value in a column; short rows end in empty ones. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
