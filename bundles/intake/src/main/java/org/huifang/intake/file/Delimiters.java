// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;

/** Finds out what stands between the values: what cuts the first rows into the most columns, equally many in each. */
final class Delimiters {
    private static final int LOOK = 1 << 16;
    private static final int ROWS = 50;

    private Delimiters() {
    }

    static char find(Path file, String charset, Limits limits) throws IOException {
        char[] head = new char[LOOK];
        int length = 0;
        try (var reader = new InputStreamReader(Encodings.open(file, charset), Charset.forName(charset))) {
            for (int got; length < LOOK && (got = reader.read(head, length, LOOK - length)) > 0;) {
                length += got;
            }
        }
        char best = ',';
        int most = 0;
        for (char delimiter : FileReading.DELIMITERS) {
            int score = score(new String(head, 0, length), delimiter, limits);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static int score(String head, char delimiter, Limits limits) throws IOException {
        int columns = 0;
        int same = 0;
        try (var lines = new CsvLines(new StringReader(head), delimiter, limits)) {
            for (int row = 0; row < ROWS; row++) {
                Line line = lines.next();
                if (line == null) {
                    break;
                }
                columns = row == 0 ? line.cells().size() : columns;
                same += line.cells().size() == columns ? 1 : 0;
            }
        } catch (FileRefused cutOff) {
            same = Math.max(same, 1);
        }
        return columns < 2 ? 0 : same * 100 + columns;
    }
}
