// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.intake.file.Line;
import org.huifang.intake.file.Lines;
import org.huifang.intake.file.RosterZip;
import org.jspecify.annotations.Nullable;

/** Reads the files of a zip one after the other. What cannot be taken of a row is said of the row, of a file of all. */
final class RosterReading implements Closeable {
    /** Some rows of one file. @param errors of each row that cannot be taken, all that is wrong with it */
    record Part(RosterKind kind, List<Staged> rows, List<List<RowFinding>> errors) {}

    private final RosterZip zip;
    private final Iterator<RosterKind> kinds = Arrays.asList(RosterKind.values()).iterator();
    private final Set<RosterKind> whole = EnumSet.noneOf(RosterKind.class);
    private final Set<RosterKind> filled = EnumSet.noneOf(RosterKind.class);
    private final Set<RosterKind> faulty = EnumSet.noneOf(RosterKind.class);
    private final List<RowFinding> broken = new ArrayList<>();
    private RosterKind kind = RosterKind.TERM;
    private @Nullable Lines lines;
    private Map<String, Integer> columns = Map.of();

    RosterReading(RosterZip zip) {
        this.zip = zip;
        String version = zip.property("oneroster.version");
        if (!version.matches("1\\.[12](\\..*)?")) {
            broken("manifest.csv: oneroster.version", version, RowReason.NO_SUCH_WORD);
        }
        zip.misread().forEach(name -> broken("manifest.csv: " + name, zip.property(name), RowReason.NO_SUCH_WORD));
    }

    private void broken(String column, String value, RowReason reason) {
        broken.add(new RowFinding(1, RowKind.ERROR, "", column, Row.cut(value), reason, ""));
    }

    /** What keeps all of it from being taken. */
    List<RowFinding> broken() {
        return broken;
    }

    /** The kinds of which all there are were listed. */
    Set<RosterKind> whole() {
        return whole;
    }

    /** Those among them by which others may end: none was empty, or has a row that could not be read. */
    Set<RosterKind> swept() {
        Set<RosterKind> swept = EnumSet.copyOf(whole);
        swept.retainAll(filled);
        swept.removeAll(faulty);
        return swept;
    }

    /** The next rows, or null after the last. */
    @Nullable
    Part next(int most) throws FileRefused, IOException {
        while (true) {
            Lines open = lines;
            if (open == null && !open()) {
                return null;
            }
            Part part = lines == null ? null : part(lines, most);
            if (part != null) {
                return part;
            }
            close();
        }
    }

    private boolean open() throws FileRefused, IOException {
        while (kinds.hasNext()) {
            kind = kinds.next();
            RosterZip.Mode mode = zip.mode(kind.file());
            if (mode == null) {
                continue;
            }
            if (mode == RosterZip.Mode.BULK) {
                whole.add(kind);
            }
            if (!zip.has(kind.file())) {
                broken(kind.file() + ".csv", "", RowReason.COLUMN_MISSING);
                continue;
            }
            lines = zip.open(kind.file());
            Line header = lines.next();
            columns = RosterRow.columns(header == null ? List.of() : header.cells());
            List<String> missing = kind.columns().stream().filter(name -> !columns.containsKey(name)).toList();
            missing.forEach(name -> broken(kind.column(name), "", RowReason.COLUMN_MISSING));
            if (mode == RosterZip.Mode.DELTA && !columns.containsKey("dateLastModified")) {
                broken(kind.column("dateLastModified"), "", RowReason.COLUMN_MISSING);
            }
            if (missing.isEmpty()) {
                return true;
            }
            close();
        }
        return false;
    }

    private @Nullable Part part(Lines from, int most) throws FileRefused, IOException {
        boolean delta = zip.mode(kind.file()) == RosterZip.Mode.DELTA;
        Part part = new Part(kind, new ArrayList<>(), new ArrayList<>());
        while (part.rows.size() + part.errors.size() < most) {
            Line line = from.next();
            if (line == null) {
                return part.rows.isEmpty() && part.errors.isEmpty() ? null : part;
            }
            if (line.blank()) {
                continue;
            }
            var cells = new RosterCells(kind, columns, line);
            Staged row = Staged.of(RosterRow.read(kind, cells, delta), line.number());
            if (cells.errors().isEmpty()) {
                filled.add(kind);
                part.rows.add(row);
            } else {
                faulty.add(kind);
                part.errors.add(List.copyOf(cells.errors()));
            }
        }
        return part;
    }

    /** An id that two rows have makes the file no better than a row that cannot be read. */
    void faulty(RosterKind of) {
        faulty.add(of);
    }

    @Override
    public void close() throws IOException {
        Lines closing = lines;
        lines = null;
        if (closing != null) {
            closing.close();
        }
    }
}
