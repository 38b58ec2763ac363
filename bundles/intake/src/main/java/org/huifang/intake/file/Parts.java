// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** The parts of a zip, as a workbook is one. What it says of their sizes is checked before anything is unpacked, and while it is. */
final class Parts implements Closeable {
    private static final long SMALL = 16L << 20;
    /** Of what is kept in memory: a workbook of a thousand sheets needs a tenth of it. */
    private static final long KEPT = 8L << 20;
    private final ZipFile zip;
    private final Limits limits;

    Parts(Path file, Limits limits) throws FileRefused, IOException {
        this.limits = limits;
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new FileRefused(Reason.NOT_A_WORKBOOK, 0, e);
        }
        long all = zip.stream().mapToLong(ZipEntry::getSize).sum();
        if (zip.size() > limits.parts() || all > 2 * limits.unpacked()
                || zip.stream().anyMatch(entry -> entry.getSize() > most(entry))) {
            zip.close();
            throw new FileRefused(Reason.UNPACKS_TOO_BIG, 0);
        }
    }

    private long most(ZipEntry entry) {
        return Math.min(limits.unpacked(), Math.max(SMALL, entry.getCompressedSize() * limits.ratio()));
    }

    /** A part of markup, or null when there is none of this name. */
    @Nullable
    InputStream find(String name) throws IOException {
        return open(name, true, Long.MAX_VALUE);
    }

    /** As {@link #find}, of a part whose content is kept. */
    @Nullable
    InputStream kept(String name) throws IOException {
        return open(name, true, KEPT);
    }

    /** A part of text, or null when there is none of this name. */
    @Nullable
    InputStream text(String name) throws IOException {
        return open(name, false, Long.MAX_VALUE);
    }

    private @Nullable InputStream open(String name, boolean markup, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new Guarded(zip.getInputStream(entry), Math.min(most, most(entry)), markup);
    }

    List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    /** When the newest part was written; empty where none says so. */
    Optional<Instant> newest() {
        return zip.stream().map(ZipEntry::getLastModifiedTime).filter(Objects::nonNull).map(FileTime::toInstant)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
