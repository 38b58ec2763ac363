// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Reads the plain tar format: files, folders and symbolic links with short names. */
final class TarArchive {
    private static final int BLOCK = 512;
    private final InputStream in;

    TarArchive(InputStream in) {
        this.in = in;
    }

    void unpack(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; header = in
                .readNBytes(BLOCK)) {
            String prefix = text(header, 345, 155);
            Path target = folder.resolve(prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100))
                    .normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("An entry leaves the folder: " + target);
            }
            entry((char) header[156], target, header);
        }
    }

    private void entry(char type, Path target, byte[] header) throws IOException {
        boolean executable = (number(header, 100, 8) & 0100) != 0;
        switch (type) {
            case '5' -> folder(target);
            case '2' -> {
                folder(target.getParent());
                Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
            }
            case '0', '\0' -> {
                folder(target.getParent());
                file(target, number(header, 124, 12), executable);
            }
            default -> throw new IOException("An entry of a type that is not expected: " + type);
        }
    }

    private static void folder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            folder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void file(Path file, long size, boolean executable) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0;) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("The archive ends within " + file);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).strip(), 8);
    }
}
