// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.huifang.api.intake.FilePreview;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.huifang.api.intake.Format;
import org.jspecify.annotations.Nullable;

/** A list as a file on this machine. */
public record ListFile(Path path, Format format, Limits limits) {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int PREVIEWED = 20;

    /** Looks at the first bytes; a name may say anything. */
    public static Format format(Path path) throws FileRefused, IOException {
        byte[] head;
        try (var in = Files.newInputStream(path)) {
            head = in.readNBytes(ZIP.length);
        }
        if (head.length == 0) {
            throw new FileRefused(Reason.EMPTY, 0);
        }
        if (Arrays.equals(head, OLE)) {
            throw new FileRefused(Reason.OLD_EXCEL, 0);
        }
        if (!Arrays.equals(head, ZIP)) {
            return Format.CSV;
        }
        return RosterZip.is(path) ? Format.ONEROSTER : Format.XLSX;
    }

    /** How it is most likely to be read. */
    public FileReading look() throws IOException {
        if (format == Format.XLSX) {
            return new FileReading("", ' ', 0, true);
        }
        if (format == Format.ONEROSTER) {
            return new FileReading("UTF-8", ',', 0, true);
        }
        String charset = Encodings.find(path);
        return new FileReading(charset, Delimiters.find(path, charset, limits), 0, true);
    }

    /** All rows that have anything in them, the header too. */
    public Lines open(FileReading reading) throws FileRefused, IOException {
        Lines all = format == Format.XLSX
                ? new SheetLines(path, reading.sheet(), limits)
                : new CsvLines(Encodings.open(path, reading.charset()), reading.charset(), reading.delimiter(), limits);
        return new Filled(all, limits.rows());
    }

    /** @throws FileRefused also when there is no row at all */
    public FilePreview preview(FileReading reading) throws FileRefused, IOException {
        if (format == Format.ONEROSTER) {
            try (var zip = new RosterZip(path, limits)) {
                return new FilePreview(List.of(), List.of(), zip.said());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        try (Lines lines = open(reading)) {
            for (Line line = lines.next(); line != null && rows.size() <= PREVIEWED; line = lines.next()) {
                rows.add(line.cells());
            }
        }
        if (rows.isEmpty()) {
            throw new FileRefused(Reason.EMPTY, 0);
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> header = reading.headed() ? wide(rows.removeFirst(), width) : List.of();
        List<String> titles = IntStream.range(0, width)
                .mapToObj(i -> i < header.size() && !header.get(i).isBlank() ? header.get(i).strip() : letters(i))
                .toList();
        return new FilePreview(sheets(), titles, rows.stream().map(row -> wide(row, width)).toList());
    }

    private List<String> sheets() throws FileRefused, IOException {
        if (format == Format.CSV) {
            return List.of();
        }
        try (var book = new Workbook(path, limits)) {
            return book.sheets();
        }
    }

    private static List<String> wide(List<String> row, int width) {
        return IntStream.range(0, width).mapToObj(i -> i < row.size() ? row.get(i) : "").toList();
    }

    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    /** Passes empty rows by, and ends where a list has gone on for too long. */
    private static final class Filled implements Lines {
        private final Lines all;
        private final long most;
        private long count;

        Filled(Lines all, long most) {
            this.all = all;
            this.most = most;
        }

        @Override
        public @Nullable Line next() throws FileRefused, IOException {
            Line line = all.next();
            while (line != null && line.blank()) {
                line = all.next();
            }
            if (line != null && ++count > most) {
                throw new FileRefused(Reason.TOO_MANY_ROWS, line.number());
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
