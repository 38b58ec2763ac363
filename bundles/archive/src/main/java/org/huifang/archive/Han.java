// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** How Han characters are read in names and which simplified ones they are folded to, from tables beside this class. */
final class Han {
    private static final Map<Integer, String> READINGS = readings();
    private static final Map<Integer, Integer> SIMPLIFIED = simplified();
    /** By one character or two; a reading has as many syllables. */
    private static final Map<String, List<List<String>>> IN_NAMES = inNames();

    private Han() {
    }

    static boolean is(int character) {
        return Character.isIdeographic(character);
    }

    static String simplified(String text) {
        return text.codePoints().map(c -> SIMPLIFIED.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The readings of each character of a name, the likeliest first; nothing for one that nobody can read. */
    static List<List<String>> readings(String name) {
        int[] characters = name.codePoints().toArray();
        var all = new ArrayList<List<String>>();
        for (int i = 0; i < characters.length; i++) {
            var here = new ArrayList<String>();
            for (int length = 2; length > 0; length--) {
                named(characters, i, length).forEach(reading -> here.add(reading.getFirst()));
            }
            if (i > 0) {
                named(characters, i - 1, 2).forEach(reading -> here.add(reading.getLast()));
            }
            String usual = READINGS.get(characters[i]);
            if (usual != null) {
                here.add(usual);
            }
            all.add(here.stream().flatMap(syllable -> spellings(syllable).stream()).distinct().toList());
        }
        return all;
    }

    private static List<List<String>> named(int[] characters, int from, int length) {
        return from + length > characters.length
                ? List.of()
                : IN_NAMES.getOrDefault(new String(characters, from, length), List.of());
    }

    /** 吕 is typed lv, lu, or lyu as in passports. */
    private static List<String> spellings(String syllable) {
        return syllable.indexOf('v') < 0
                ? List.of(syllable)
                : List.of(syllable, syllable.replace('v', 'u'), syllable.replace("v", "yu"));
    }

    private static Map<Integer, String> readings() {
        var readings = new HashMap<Integer, String>(40_000);
        lines("han-readings.txt", line -> {
            String syllable = line.substring(0, line.indexOf(' ')).intern();
            line.codePoints().skip(syllable.length() + 1).forEach(c -> readings.put(c, syllable));
        });
        return readings;
    }

    private static Map<Integer, Integer> simplified() {
        var simplified = new HashMap<Integer, Integer>(6_000);
        lines("han-simplified.txt", line -> {
            int[] pairs = line.codePoints().toArray();
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                simplified.put(pairs[i], pairs[i + 1]);
            }
        });
        return simplified;
    }

    private static Map<String, List<List<String>>> inNames() {
        var readings = new HashMap<String, List<List<String>>>();
        lines("name-readings.txt", line -> {
            List<String> parts = List.of(line.split(" "));
            readings.computeIfAbsent(parts.getFirst(), k -> new ArrayList<>()).add(parts.subList(1, parts.size()));
        });
        return readings;
    }

    private static void lines(String file, Consumer<String> line) {
        try (InputStream in = Objects.requireNonNull(Han.class.getResourceAsStream(file), file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(each -> !each.startsWith("#") && !each.isBlank()).forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
