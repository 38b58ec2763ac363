// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file (RFC 4180, leniently). What cannot be decoded stands as U+FFFD in its value. */
final class CsvLines implements Lines {
    private final Limits limits;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    /** @param in from after the byte order mark */
    CsvLines(InputStream in, String charset, char delimiter, Limits limits) {
        this(new InputStreamReader(in, Charset.forName(charset).newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)),
                delimiter, limits);
    }

    CsvLines(Reader reader, char delimiter, Limits limits) {
        this.limits = limits;
        var handler = CsvRecordHandler.builder().maxFields(limits.columns()).maxFieldSize(limits.cell())
                .maxRecordSize(8 * limits.cell()).build();
        this.records = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(4 * limits.cell()).build(handler, reader).iterator();
    }

    @Override
    public @Nullable Line next() throws FileRefused, IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord read = records.next();
            line = read.getStartingLineNumber();
            return new Line(line, read.getFields());
        } catch (CsvParseException e) {
            boolean wide = String.valueOf(e.getMessage()).contains("fields");
            throw new FileRefused(wide ? Reason.TOO_MANY_COLUMNS : Reason.TOO_LONG, line + 1, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
