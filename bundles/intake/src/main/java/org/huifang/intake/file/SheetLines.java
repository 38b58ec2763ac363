// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet. Numbers are written out in full, dates as ISO 8601; a formula is what it came to last. */
final class SheetLines implements Lines {
    /** An untyped cell may hold anything, as 2026.11.05 or 1.2.3. */
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

    /** So many of the longest cells fit in a row. */
    private static final int LONG_CELLS = 8;

    private final Limits limits;
    private final Workbook book;
    private final SharedTexts texts;
    private final Xml xml;
    private long line;

    SheetLines(Path file, int sheet, Limits limits) throws FileRefused, IOException {
        this.limits = limits;
        this.book = new Workbook(file, limits);
        SharedTexts shared = null;
        try {
            shared = book.texts();
            this.xml = book.open(sheet);
            this.texts = shared;
        } catch (FileRefused | IOException | RuntimeException e) {
            if (shared != null) {
                shared.close();
            }
            book.close();
            throw e;
        }
    }

    @Override
    public @Nullable Line next() throws FileRefused {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
                    return row();
                }
            }
            return null;
        } catch (FileRefused e) {
            throw new FileRefused(e.reason(), line + 1, e);
        }
    }

    private Line row() throws FileRefused {
        String number = xml.attribute("r");
        line = number.matches("\\d{1,9}") ? Math.max(line + 1, Long.parseLong(number)) : line + 1;
        List<String> cells = new ArrayList<>();
        long characters = 0;
        for (int event = xml.next(); !(event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")); event = xml
                .next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
                int column = column(xml.attribute("r"), cells.size());
                if (column >= limits.columns()) {
                    skipCell();
                    continue;
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, cell());
                characters += cells.get(column).length();
                if (characters > (long) LONG_CELLS * limits.cell()) {
                    throw new FileRefused(Reason.TOO_LONG, line);
                }
            }
        }
        return new Line(line, cells);
    }

    /** Excel formats columns far to the right of the list; only a value there is too much. */
    private void skipCell() throws FileRefused {
        if (!cell().isBlank()) {
            throw new FileRefused(Reason.TOO_MANY_COLUMNS, line);
        }
    }

    private static int column(String reference, int next) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4 && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return column < 1 ? next : column - 1;
    }

    private String cell() throws FileRefused {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        var text = new StringBuilder();
        for (int event = xml.next(); !(event == XMLStreamConstants.END_ELEMENT && xml.name().equals("c")); event = xml
                .next()) {
            if (event == XMLStreamConstants.START_ELEMENT && (xml.name().equals("v") || xml.name().equals("t"))) {
                xml.text(text, limits.cell());
            }
        }
        return value(type, style, text.toString());
    }

    private String value(String type, String style, String text) {
        return switch (type) {
            case "s" -> text.matches("\\d{1,9}") ? texts.get(Long.parseLong(text)) : "";
            case "inlineStr", "str", "e", "d" -> text;
            case "b" -> text.equals("1") ? "TRUE" : "FALSE";
            default -> number(style, text);
        };
    }

    private String number(String style, String text) {
        if (text.isBlank() || text.length() > 40 || !NUMBER.matcher(text).matches()) {
            return text;
        }
        var number = new BigDecimal(text);
        if (book.isDate(style)) {
            return date(number);
        }
        // what was typed as 13800138000 is stored as a binary fraction
        var rounded = number.round(new MathContext(15)).stripTrailingZeros();
        return (number.precision() - number.scale() <= 15 ? rounded : number).toPlainString();
    }

    private String date(BigDecimal serial) {
        long day = serial.longValue();
        if (day < 0 || day > 2_958_465) {
            return serial.toPlainString();
        }
        // 1900 is a leap year in Excel, as it was in Lotus 1-2-3
        long since1900 = day + (day < 60 && !book.from1904() ? 1 : 0);
        return (book.from1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30))
                .plusDays(book.from1904() ? day : since1900).toString();
    }

    @Override
    public void close() throws IOException {
        xml.close();
        texts.close();
        book.close();
    }
}
