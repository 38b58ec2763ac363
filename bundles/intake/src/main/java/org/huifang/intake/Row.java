// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Sought;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.intake.file.Line;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it is understood.
 *
 * @param id in the list, or empty
 * @param values by field; what is empty in the list is not said
 * @param errors what cannot be taken
 */
record Row(long line, String id, Map<String, String> values, List<RowFinding> errors) {
    private static final int SHOWN = 200;

    static Row read(Line line, ImportRun run) {
        Map<String, String> values = new LinkedHashMap<>();
        List<RowFinding> errors = new ArrayList<>();
        String id = "";
        String name = "";
        for (int i = 0; i < run.columns().size(); i++) {
            String target = run.columns().get(i);
            String text = Mending.legible(Mending.plain(line.cell(i)));
            if (target.isEmpty() || text.isEmpty()) {
                continue;
            }
            name = target.equals(Field.NAME.key()) ? cut(text) : name;
            boolean key = target.equals(ImportRun.ID);
            switch (key ? Mending.id(text) : Mending.value(Field.of(target).orElseThrow(), text)) {
                case Mended.Good good when key -> id = good.value();
                case Mended.Good good -> values.put(target, good.value());
                case Mended.Bad bad -> errors.add(new RowFinding(line.number(), RowKind.ERROR, name,
                        run.header().get(i), cut(text), bad.reason(), ""));
            }
        }
        return new Row(line.number(), id, values, errors);
    }

    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2));
    }

    String name() {
        return value(Field.NAME);
    }

    String value(Field field) {
        return values.getOrDefault(field.key(), "");
    }

    boolean blank() {
        return values.isEmpty() && id.isEmpty() && errors.isEmpty();
    }

    /** The id in a list is the list's; a row without one is known by its line in this run. */
    PersonKey key(UUID run, String list) {
        return id.isEmpty() ? new PersonKey("import:" + run, Long.toString(line)) : new PersonKey("list:" + list, id);
    }

    Sought sought(UUID run, String list) {
        @Nullable
        PersonKey known = id.isEmpty() ? null : key(run, list);
        return new Sought(known, name(), value(Field.EMAIL), value(Field.PHONE));
    }

    RowFinding finding(RowKind kind, RowReason reason, String detail) {
        return new RowFinding(line, kind, cut(name()), "", "", reason, detail);
    }

    /** What makes two rows of a list one person's; only the digests are stored, and only while the list is worked on. */
    List<String> marks(UUID run) {
        List<String> marks = new ArrayList<>();
        if (!id.isEmpty()) {
            return List.of(digest(run + "\nid\n" + id));
        }
        String folded = Normalizer.normalize(name(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
        if (!value(Field.EMAIL).isEmpty()) {
            marks.add(digest(run + "\nemail\n" + value(Field.EMAIL).toLowerCase(Locale.ROOT) + "\n" + folded));
        }
        if (!value(Field.PHONE).isEmpty()) {
            String digits = value(Field.PHONE).replace("+", "");
            marks.add(digest(run + "\nphone\n" + digits.substring(Math.max(0, digits.length() - 10)) + "\n" + folded));
        }
        return marks;
    }

    static String digest(String text) {
        try {
            byte[] full = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(full, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
