// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds out what a text file is written in: by its mark, else by what it can be read as from beginning to end. */
final class Encodings {
    private static final int LOOK = 4_096;
    private static final Map<String, byte[]> MARKS = Map.of("UTF-8", new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            "UTF-16LE", new byte[]{(byte) 0xFF, (byte) 0xFE}, "UTF-16BE", new byte[]{(byte) 0xFE, (byte) 0xFF});

    private Encodings() {
    }

    static String find(Path file) throws IOException {
        byte[] head = head(file);
        for (var mark : MARKS.entrySet()) {
            if (starts(head, mark.getValue())) {
                return mark.getKey();
            }
        }
        String wide = wide(head);
        if (!wide.isEmpty()) {
            return wide;
        }
        for (String charset : List.of("UTF-8", "GB18030")) {
            if (reads(file, charset)) {
                return charset;
            }
        }
        return reads(file, "Big5") ? "Big5" : "windows-1252";
    }

    /** The text after its mark, if it has one. */
    static InputStream open(Path file, String charset) throws IOException {
        byte[] mark = MARKS.getOrDefault(charset, new byte[0]);
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (mark.length > 0 && starts(head(file), mark)) {
            in.skipNBytes(mark.length);
        }
        return in;
    }

    /** UTF-8 without the mark that some programs put before it. */
    static InputStream afterMark(InputStream utf8) throws IOException {
        byte[] mark = MARKS.getOrDefault("UTF-8", new byte[0]);
        var in = new PushbackInputStream(utf8, mark.length);
        byte[] head = in.readNBytes(mark.length);
        if (!Arrays.equals(head, mark)) {
            in.unread(head);
        }
        return in;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LOOK);
        }
    }

    private static boolean starts(byte[] head, byte[] mark) {
        return head.length >= mark.length
                && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** Without a mark: of two bytes each, every comma and line end has a zero on one side. */
    private static String wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return "";
        }
        return zeros[1] >= zeros[0] ? "UTF-16LE" : "UTF-16BE";
    }

    private static boolean reads(Path file, String charset) throws IOException {
        var decoder = (charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset)).newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            char[] buffer = new char[1 << 14];
            while (reader.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException no) {
            return false;
        }
    }
}
