// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/** The kinds of files that lists come in, and the first two also go out in. */
public enum Format {
    /** Text with commas, semicolons or tabs; written as UTF-8 with a mark at its beginning, which Excel needs. */
    CSV("text/csv;charset=utf-8", ".csv"),
    /** An Excel workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    /** OneRoster 1.1 or 1.2, several lists in one zip: classes, people, and who belongs where. */
    ONEROSTER("application/zip", ".zip");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }
}
