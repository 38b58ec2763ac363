// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.intake.file.Line;
import org.jspecify.annotations.Nullable;

/** The values of one row of a file, and what cannot be taken among them. */
final class RosterCells {
    private static final int LONGEST = 255;

    private final RosterKind kind;
    private final Map<String, Integer> columns;
    private final Line line;
    private final List<RowFinding> errors = new ArrayList<>();

    RosterCells(RosterKind kind, Map<String, Integer> columns, Line line) {
        this.kind = kind;
        this.columns = columns;
        this.line = line;
    }

    long line() {
        return line.number();
    }

    List<RowFinding> errors() {
        return errors;
    }

    void wrong(String column, String value, RowReason reason) {
        errors.add(new RowFinding(line.number(), RowKind.ERROR, "", kind.column(column), Row.cut(value), reason, ""));
    }

    String text(String column) {
        Integer at = columns.get(column);
        String text = at == null ? "" : line.cell(at).strip();
        if (text.indexOf('\uFFFD') >= 0) {
            wrong(column, text, RowReason.NOT_UTF8);
            return "";
        }
        return text;
    }

    /** A value that may not be empty. */
    String needed(String column) {
        String text = text(column);
        if (text.isEmpty() && errors.stream().noneMatch(e -> e.column().equals(kind.column(column)))) {
            wrong(column, "", RowReason.MISSING);
        }
        if (text.length() > LONGEST) {
            wrong(column, text, RowReason.LONG);
        }
        return text;
    }

    /** One of some words; the first of them where nothing is said. */
    String word(String column, Set<String> words, String unsaid) {
        String text = text(column);
        if (!text.isEmpty() && !words.contains(text)) {
            wrong(column, text, RowReason.NO_SUCH_WORD);
        }
        return text.isEmpty() ? unsaid : text;
    }

    List<String> several(String column) {
        return Arrays.stream(text(column).split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    @Nullable
    LocalDate day(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong(column, text, RowReason.DATE);
            return null;
        }
    }

    @Nullable
    Instant time(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? null : moment(text);
        } catch (DateTimeException e) {
            wrong(column, text, RowReason.DATE);
            return null;
        }
    }

    /** With a zone as it should be, or without one, which is taken for UTC, or a day only, as older systems write. */
    private static Instant moment(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
