// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A line of a data file: a word and what it is about, separated by spaces; lines that begin with # are for readers. */
record Line(String word, String rest) {
    /** The lines of a file beside this class. */
    static List<Line> of(String file) {
        try (InputStream in = Objects.requireNonNull(Line.class.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Line::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line read(String line) {
        String[] parts = line.split(" ", 2);
        return new Line(parts[0], parts.length < 2 ? "" : parts[1]);
    }

    /** What it is about: its first words apart, the last with all that follows. */
    String[] split(int parts) {
        String[] split = rest.split(" ", parts);
        if (split.length < parts) {
            throw new IllegalStateException("the line is too short: " + word + " " + rest);
        }
        return split;
    }
}
