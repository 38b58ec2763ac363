// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of all rows, each with its tests and their results. Run with a report to write and the tables to read, it
 * puts the results of several modules together.
 */
public final class ConformanceReport {
    private static final Map<String, String> ROWS = rows();

    private ConformanceReport() {
    }

    static boolean isRow(String tag) {
        return ROWS.containsKey(tag);
    }

    static String of(Collection<Outcome> outcomes) {
        Map<String, Map<String, String>> tests = new LinkedHashMap<>();
        ROWS.keySet().forEach(row -> tests.put(row, new TreeMap<>()));
        // of several runs of one test, as by parameters, the worst counts
        outcomes.stream().filter(o -> isRow(o.row())).forEach(o -> tests.get(o.row()).merge(o.test(), o.result(),
                (a, b) -> severity(a) >= severity(b) ? a : b));
        long covered = tests.values().stream().filter(t -> !t.isEmpty()).count();
        long failing = tests.values().stream().filter(t -> t.containsValue("failed")).count();
        StringBuilder md = new StringBuilder("# LTI 1.3 conformance and abuse\n\n").append(ROWS.size())
                .append(" rows, ").append(covered).append(" with a test, ").append(failing)
                .append(" failing. A row without a test here may have one in another module.\n\n")
                .append("| row | what | test | result |\n|---|---|---|---|\n");
        tests.forEach((row, results) -> {
            if (results.isEmpty()) {
                md.append(line(row, ROWS.get(row), "no test in this run", "-"));
            }
            results.forEach((test, result) -> md.append(line(row, ROWS.get(row), "`" + test + "`", result)));
        });
        return md.toString();
    }

    /** Puts the results of several modules together: the report to write, then the files to read. */
    public static void main(String[] files) throws IOException {
        List<Outcome> all = new ArrayList<>();
        for (int i = 1; i < files.length; i++) {
            all.addAll(Outcome.parse(Files.readString(Path.of(files[i]))));
        }
        Files.writeString(Path.of(files[0]), of(all));
    }

    private static int severity(String result) {
        return switch (result) {
            case "failed" -> 2;
            case "skipped" -> 1;
            default -> 0;
        };
    }

    private static String line(String row, String what, String test, String result) {
        return "| " + row + " | " + what + " | " + test + " | " + result + " |\n";
    }

    private static Map<String, String> rows() {
        try (InputStream in = ConformanceReport.class.getResourceAsStream("/conformance-rows.tsv")) {
            Map<String, String> rows = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t", 2))
                    .forEach(parts -> rows.put(parts[0], parts[1]));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
