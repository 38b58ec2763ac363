// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.huifang.api.intake.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingFilesTest {
    private static final String LIST = "姓名,手机,邮箱\r\n王小明,13800138000,ming@example.org\r\n李雷,13900139000,lei@example.org\r\n";
    private static final String BOOK = "<workbook xmlns:r='r'><sheets><sheet name='名单' sheetId='1' r:id='a'/></sheets></workbook>";
    private static final String RELS = "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>";

    @TempDir
    Path folder;

    private ListFile file(byte[] content) throws Exception {
        Path path = Files.write(folder.resolve("list"), content);
        return new ListFile(path, ListFile.format(path), Limits.USUAL);
    }

    private static List<List<String>> rows(ListFile file, FileReading reading) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (Lines lines = file.open(reading)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                rows.add(line.cells());
            }
        }
        return rows;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] book(String sheet, Map<String, String> others) throws IOException {
        var parts = new LinkedHashMap<>(Map.of("xl/workbook.xml", BOOK, "xl/_rels/workbook.xml.rels", RELS,
                "xl/worksheets/sheet1.xml", sheet));
        parts.putAll(others);
        return zip(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void a_list_without_a_mark_is_read_in_the_encoding_it_is_written_in(String charset) throws Exception {
        ListFile file = file(LIST.getBytes(Charset.forName(charset)));
        assertThat(file.look().charset()).isEqualTo(charset);
        assertThat(rows(file, file.look())).contains(List.of("王小明", "13800138000", "ming@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_mark_at_the_beginning_is_no_part_of_the_first_title(String charset) throws Exception {
        ListFile file = file(("\uFEFF" + LIST).getBytes(Charset.forName(charset)));
        assertThat(file.look().charset()).isEqualTo(charset);
        assertThat(file.preview(file.look()).header()).containsExactly("姓名", "手机", "邮箱");
    }

    @ParameterizedTest
    @CsvSource({"';',';'", "'\t','\t'", "',',','"})
    void what_stands_between_the_values_is_found(char written, char found) throws Exception {
        ListFile file = file(LIST.replace(',', written).getBytes(StandardCharsets.UTF_8));
        assertThat(file.look().delimiter()).isEqualTo(found);
    }

    @Test
    void a_comma_in_a_name_does_not_hide_that_semicolons_part_the_values() throws Exception {
        ListFile file = file("name;mail\nMeyer, Eva;e@x.org\nLi, Lei;l@x.org\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.look().delimiter()).isEqualTo(';');
    }

    @Test
    void quotes_keep_commas_line_breaks_and_quotes_and_lines_are_counted_as_an_editor_does() throws Exception {
        ListFile file = file("a,b\n\"x,\ny\",\"say \"\"hi\"\"\"\nlast,row\n".getBytes(StandardCharsets.UTF_8));
        try (Lines lines = file.open(file.look())) {
            lines.next();
            assertThat(lines.next()).isEqualTo(new Line(2, List.of("x,\ny", "say \"hi\"")));
            assertThat(lines.next()).isEqualTo(new Line(4, List.of("last", "row")));
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_reading_and_not_the_memory() throws Exception {
        ListFile file = file(("a,b\n\"open," + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> rows(file, new FileReading("UTF-8", ',', 0, true))).isInstanceOfSatisfying(
                FileRefused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LONG));
    }

    @Test
    void an_old_workbook_is_told_apart_and_refused() {
        assertThatThrownBy(() -> file(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .isInstanceOfSatisfying(FileRefused.class, r -> assertThat(r.reason()).isEqualTo(Reason.OLD_EXCEL));
    }

    @Test
    void a_workbook_is_read_with_its_shared_texts_numbers_in_full_and_dates_as_dates() throws Exception {
        ListFile file = file(book(
                "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
                        + "<row r='3'><c r='A3' t='inlineStr'><is><t>王</t></is></c><c r='B3'><v>1.3800138000000001E10</v></c>"
                        + "<c r='C3' s='1'><v>42065</v></c><c r='D3' t='str'><f>1+1</f><v>2</v></c></row></sheetData></worksheet>",
                Map.of("xl/sharedStrings.xml",
                        "<sst><si><t>姓名</t></si><si><r><t>生</t></r><r><t>日</t></r><rPh sb='0' eb='1'><t>ignored</t></rPh></si></sst>",
                        "xl/styles.xml",
                        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>")));
        assertThat(file.format()).isEqualTo(Format.XLSX);
        assertThat(file.preview(file.look()).sheets()).containsExactly("名单");
        assertThat(rows(file, file.look())).containsExactly(List.of("姓名", "", "生日"),
                List.of("王", "13800138000", "2015-03-02", "2"));
    }

    @Test
    void an_untyped_cell_that_is_no_number_is_text() throws Exception {
        ListFile file = file(book("<worksheet><sheetData><row r='1'><c r='A1'><v>2026.11.05</v></c>"
                + "<c r='B1'><v>1.2.3</v></c><c r='C1'><v>.</v></c><c r='D1'><v>-.5</v></c></row></sheetData></worksheet>",
                Map.of()));
        assertThat(rows(file, file.look())).containsExactly(List.of("2026.11.05", "1.2.3", ".", "-0.5"));
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked() throws Exception {
        ListFile file = file(book("<worksheet>" + " ".repeat(60_000_000) + "</worksheet>", Map.of()));
        assertThat(Files.size(file.path())).isLessThan(200_000);
        assertThatThrownBy(() -> file.preview(file.look())).isInstanceOfSatisfying(FileRefused.class,
                r -> assertThat(r.reason()).isEqualTo(Reason.UNPACKS_TOO_BIG));
    }

    @Test
    void text_without_end_between_two_tags_is_refused_while_it_is_unpacked() throws Exception {
        ListFile file = file(book("<worksheet a='" + "y".repeat(5_000_000) + "'></worksheet>", Map.of()));
        assertThatThrownBy(() -> file.preview(file.look())).isInstanceOfSatisfying(FileRefused.class,
                r -> assertThat(r.reason()).isEqualTo(Reason.UNPACKS_TOO_BIG));
    }

    @Test
    void what_a_workbook_names_outside_itself_is_never_read() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        ListFile file = file(
                book("<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><worksheet><sheetData><row>"
                        + "<c t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>", Map.of()));
        assertThatThrownBy(() -> file.preview(file.look())).isInstanceOfSatisfying(FileRefused.class,
                r -> assertThat(r.reason()).isIn(Reason.FOREIGN_CONTENT, Reason.NOT_A_WORKBOOK))
                .hasMessageNotContaining("the secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-x", "@SUM(A1)", "\tx", "\rx", "'=a", "''=a", "'", "", "plain",
            "王,\"小\"明\n二", "👍"})
    void whatever_is_exported_is_no_formula_and_comes_back_as_it_was(String value) throws Exception {
        for (Format format : List.of(Format.CSV, Format.XLSX)) {
            var out = new ByteArrayOutputStream();
            new ListWriter().write(format, List.of("a", "b"), List.of(List.of("x", value)).iterator(), out);
            ListFile file = file(out.toByteArray());
            assertThat(file.format()).isEqualTo(format);
            String cell = new Line(2, rows(file, file.look()).get(1)).cell(1);
            assertThat(cell).doesNotMatch("(?s)^[=+\\-@\\t\\r].*");
            assertThat(Harmless.unmark(cell)).isEqualTo(value);
        }
    }

    @Test
    void random_tables_come_back_as_they_were() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            Format format = Format.values()[round % 2];
            List<List<String>> table = IntStream.range(0, 1 + random.nextInt(8)).mapToObj(r -> IntStream.range(0, 4)
                    .mapToObj(c -> c == 0
                            ? "k" + r
                            : random.ints(random.nextInt(6), 0, 9)
                                    .mapToObj(i -> List.of("王", ",", "\"", "\n", ";", "a", " ", "&<>", "😀").get(i))
                                    .collect(java.util.stream.Collectors.joining()))
                    .toList()).toList();
            var out = new ByteArrayOutputStream();
            new ListWriter().write(format, List.of("h", "i", "j", "k"), table.iterator(), out);
            ListFile file = file(out.toByteArray());
            var reading = new FileReading(format == Format.CSV ? "UTF-8" : "", ',', 0, true);
            List<List<String>> back = rows(file, reading).stream().skip(1)
                    .map(r -> IntStream.range(0, 4).mapToObj(i -> Harmless.unmark(new Line(1, r).cell(i))).toList())
                    .toList();
            assertThat(back).isEqualTo(table);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX"})
    void two_hundred_thousand_rows_are_written_and_read_in_the_memory_of_a_few(Format format) throws Exception {
        Path path = folder.resolve("many");
        Iterator<List<String>> people = IntStream.range(0, 200_000)
                .mapToObj(i -> List.of("学员" + i, "138" + (10_000_000 + i), "p" + i + "@example.org")).iterator();
        try (var out = Files.newOutputStream(path)) {
            new ListWriter().write(format, List.of("姓名", "手机", "邮箱"), people, out);
        }
        var file = new ListFile(path, format, Limits.USUAL);
        long before = live();
        long most = 0;
        int count = 0;
        try (Lines lines = file.open(file.look())) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (++count % 60_000 == 0) {
                    most = Math.max(most, live() - before);
                }
            }
        }
        assertThat(count).isEqualTo(200_001);
        assertThat(most).isLessThan(4L << 20);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
