// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;

/** A workbook of Excel 2007 or later (ECMA-376): its sheets, and which of its styles show dates. */
final class Workbook implements Closeable {
    private static final int SHORT = 32_767;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private final Parts parts;
    private final Limits limits;
    private final List<String> names = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final BitSet dateStyles = new BitSet();
    private boolean from1904;

    Workbook(Path file, Limits limits) throws FileRefused, IOException {
        this.limits = limits;
        this.parts = new Parts(file, limits);
        try {
            each("xl/workbook.xml", this::sheet);
            each("xl/_rels/workbook.xml.rels", xml -> {
                if (xml.name().equals("Relationship") && !xml.attribute("TargetMode").equals("External")) {
                    targets.put(xml.attribute("Id"), xml.attribute("Target"));
                }
            });
            styles();
            if (names.isEmpty()) {
                throw new FileRefused(Reason.NOT_A_WORKBOOK, 0);
            }
        } catch (FileRefused | IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private interface Element {
        void take(Xml xml) throws FileRefused;
    }

    private void each(String part, Element element) throws FileRefused, IOException {
        var in = parts.kept(part);
        if (in == null) {
            return;
        }
        try (var xml = new Xml(in)) {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.take(xml);
                }
            }
        }
    }

    private void sheet(Xml xml) {
        if (xml.name().equals("sheet") && names.size() < limits.columns()) {
            names.add(xml.attribute("name"));
            relations.add(xml.attribute("id"));
        } else if (xml.name().equals("workbookPr")) {
            from1904 = xml.attribute("date1904").equals("1") || xml.attribute("date1904").equals("true");
        }
    }

    private void styles() throws FileRefused, IOException {
        Map<String, Boolean> own = new HashMap<>();
        boolean[] inside = new boolean[1];
        int[] style = new int[1];
        each("xl/styles.xml", xml -> {
            switch (xml.name()) {
                case "numFmt" -> own.put(xml.attribute("numFmtId"), showsDate(xml.attribute("formatCode")));
                case "cellXfs" -> inside[0] = true;
                case "cellStyles", "dxfs" -> inside[0] = false;
                case "xf" -> {
                    if (inside[0]) {
                        String format = xml.attribute("numFmtId");
                        dateStyles.set(style[0]++, own.containsKey(format) ? own.get(format) : builtInDate(format));
                    }
                }
                default -> {
                }
            }
        });
    }

    /** ECMA-376 part 1, 18.8.30, with the East Asian ones. */
    private static boolean builtInDate(String format) {
        return format.matches("1[4-7]|22|2[7-9]|3[016]|5[0-8]");
    }

    static boolean showsDate(String code) {
        return QUOTED.matcher(code).replaceAll("").matches("(?is).*(y|年|d).*");
    }

    List<String> sheets() {
        return List.copyOf(names);
    }

    boolean from1904() {
        return from1904;
    }

    boolean isDate(String style) {
        return !style.isEmpty() && style.length() < 9 && style.chars().allMatch(Character::isDigit)
                && dateStyles.get(Integer.parseInt(style));
    }

    Xml open(int sheet) throws FileRefused, IOException {
        String target = sheet < relations.size() ? targets.getOrDefault(relations.get(sheet), "") : "";
        var in = parts.find(target.startsWith("/") ? target.substring(1) : "xl/" + target);
        if (in == null) {
            throw new FileRefused(Reason.NOT_A_WORKBOOK, 0);
        }
        return new Xml(in);
    }

    SharedTexts texts() throws FileRefused, IOException {
        return SharedTexts.read(parts.find("xl/sharedStrings.xml"), SHORT);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
