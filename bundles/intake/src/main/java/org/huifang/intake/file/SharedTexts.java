// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.xml.stream.XMLStreamConstants;
import org.huifang.api.intake.FileRefused;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of a workbook point to: kept on disk, because a list of a million people has millions. */
final class SharedTexts implements Closeable {
    private static final ValueLayout.OfLong OFFSET = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private final Arena arena = Arena.ofShared();
    private final MemorySegment offsets;
    private final MemorySegment bytes;
    private final long count;

    private SharedTexts(Path offsetFile, Path byteFile, long count) throws IOException {
        this.offsets = map(offsetFile);
        this.bytes = map(byteFile);
        this.count = count;
    }

    private MemorySegment map(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    static SharedTexts read(@Nullable InputStream part, int most) throws FileRefused, IOException {
        Path offsetFile = Files.createTempFile("huifang-intake-", ".index");
        Path byteFile = Files.createTempFile("huifang-intake-", ".texts");
        try {
            long count = part == null ? 0 : spill(part, most, offsetFile, byteFile);
            return new SharedTexts(offsetFile, byteFile, count);
        } finally {
            // what is mapped stays until it is closed
            Files.delete(offsetFile);
            Files.delete(byteFile);
        }
    }

    private static long spill(InputStream part, int most, Path offsetFile, Path byteFile)
            throws FileRefused, IOException {
        long count = 0;
        long end = 0;
        try (var xml = new Xml(part);
                var index = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(offsetFile)));
                var texts = new BufferedOutputStream(Files.newOutputStream(byteFile))) {
            index.writeLong(0);
            var text = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("t")) {
                    xml.text(text, most);
                } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("rPh")) {
                    skip(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("si")) {
                    byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
                    text.setLength(0);
                    texts.write(encoded);
                    end += encoded.length;
                    index.writeLong(end);
                    count++;
                }
            }
        }
        return count;
    }

    /** How a word is read aloud stands beside it and is no part of it. */
    private static void skip(Xml xml) throws FileRefused {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** Empty for a number that no text has. */
    String get(long number) {
        if (number < 0 || number >= count) {
            return "";
        }
        long from = offsets.get(OFFSET, number * Long.BYTES);
        long to = offsets.get(OFFSET, (number + 1) * Long.BYTES);
        return new String(bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }
}
