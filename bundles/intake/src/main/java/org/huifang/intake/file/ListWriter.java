// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ListExport;
import org.osgi.service.component.annotations.Component;

/** Writes lists row by row: a CSV file as Excel likes it, or a workbook of one sheet with every value as text. */
@Component
public final class ListWriter implements ListExport {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final int LONGEST = 32_767;

    @Override
    public void write(Format format, List<String> header, Iterator<List<String>> rows, OutputStream out)
            throws IOException {
        if (format == Format.ONEROSTER) {
            throw new IllegalArgumentException("lists go out as CSV or as a workbook");
        }
        var open = new Open(out);
        if (format == Format.XLSX) {
            workbook(header, rows, open);
        } else {
            csv(header, rows, open);
        }
        out.flush();
    }

    private static void csv(List<String> header, Iterator<List<String>> rows, OutputStream out) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15)) {
            writer.write('\uFEFF');
            csvRow(header, writer);
            while (rows.hasNext()) {
                csvRow(rows.next(), writer);
            }
        }
    }

    private static void csvRow(List<String> row, Writer writer) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            String value = Harmless.mark(row.get(i));
            boolean quoted = value.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                    || row.size() == 1 && value.isEmpty();
            writer.write(i == 0 ? "" : ",");
            writer.write(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        writer.write("\r\n");
    }

    private static void workbook(List<String> header, Iterator<List<String>> rows, OutputStream out)
            throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15)) {
            part(zip, writer, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            part(zip, writer, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, writer, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                    + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(zip, writer, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(zip, writer, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            sheetRow(header, writer);
            while (rows.hasNext()) {
                sheetRow(rows.next(), writer);
            }
            writer.write("</sheetData></worksheet>");
        }
    }

    private static void part(ZipOutputStream zip, Writer writer, String name, String content) throws IOException {
        writer.flush();
        zip.putNextEntry(new ZipEntry(name));
        writer.write(XML);
        writer.write(content);
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void sheetRow(List<String> row, Writer writer) throws IOException {
        writer.write("<row>");
        for (String value : row) {
            writer.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            text(Harmless.mark(value), writer);
            writer.write("</t></is></c>");
        }
        writer.write("</row>");
    }

    /** What XML cannot hold is left out; Excel refuses the whole file otherwise. */
    private static void text(String value, Writer writer) throws IOException {
        int[] points = value.codePoints().filter(c -> c >= 0x20 && c < 0xD800 || c == '\t' || c == '\n'
                || c == '\r' || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF).limit(LONGEST).toArray();
        for (int c : points) {
            switch (c) {
                case '&' -> writer.write("&amp;");
                case '<' -> writer.write("&lt;");
                case '>' -> writer.write("&gt;");
                case '\r' -> writer.write("&#13;");
                default -> writer.write(Character.toString(c));
            }
        }
    }

    /** Closing what is written ends the file, not the caller's stream. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
