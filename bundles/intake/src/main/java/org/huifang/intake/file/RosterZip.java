// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** A zip as the OneRoster CSV binding (1.1 and 1.2, section 2) has it: a manifest says which files mean what. */
public final class RosterZip implements Closeable {
    /** What a file says, by its line in the manifest. */
    public enum Mode {
        /** All that there is. */
        BULK,
        /** What has changed. */
        DELTA
    }

    private static final String MANIFEST = "manifest.csv";
    /** Zips have no date before 1980, and programs that write none write that. */
    private static final Instant SOUND = Instant.parse("2000-01-01T00:00:00Z");

    private final Parts parts;
    private final Limits limits;
    private final String folder;
    private final Map<String, String> manifest = new LinkedHashMap<>();

    public RosterZip(Path file, Limits limits) throws FileRefused, IOException {
        this.limits = limits;
        this.parts = new Parts(file, limits);
        try {
            this.folder = folder(parts);
            try (Lines lines = lines(MANIFEST)) {
                for (Line line = lines.next(); line != null; line = lines.next()) {
                    manifest.put(line.cell(0).strip(), line.cell(1).strip());
                }
            }
        } catch (FileRefused | IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Whether a zip has a manifest, be it in a folder of its own; nothing is unpacked. */
    public static boolean is(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> manifest(entry.getName()));
        } catch (ZipException damaged) {
            return false;
        }
    }

    private static boolean manifest(String name) {
        return name.equals(MANIFEST) || name.endsWith("/" + MANIFEST) && !name.startsWith("__MACOSX");
    }

    private static String folder(Parts parts) throws FileRefused {
        String name = parts.names().stream().filter(RosterZip::manifest).findFirst()
                .orElseThrow(() -> new FileRefused(Reason.EMPTY, 0));
        return name.substring(0, name.length() - MANIFEST.length());
    }

    /** A property of the manifest, as {@code source.systemName}; empty when it is not there. */
    public String property(String name) {
        return manifest.getOrDefault(name, "");
    }

    /** The manifest's lines that say anything. */
    List<List<String>> said() {
        return manifest.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty() && !one.getValue().equalsIgnoreCase("absent"))
                .map(one -> List.of(one.getKey(), one.getValue())).toList();
    }

    /** How a file is to be understood; null when the manifest says that it is absent, or nothing. */
    public @Nullable Mode mode(String file) {
        return switch (property("file." + file).toLowerCase(Locale.ROOT)) {
            case "bulk" -> Mode.BULK;
            case "delta" -> Mode.DELTA;
            default -> null;
        };
    }

    /** Lines of the manifest that say of a file what none can be. */
    public List<String> misread() {
        return manifest.entrySet().stream()
                .filter(one -> one.getKey().startsWith("file.")
                        && !one.getValue().matches("(?i)bulk|delta|absent|"))
                .map(Map.Entry::getKey).toList();
    }

    public boolean has(String file) {
        return parts.names().contains(folder + file + ".csv");
    }

    /** The rows of a file with its header; of one that is not there none. */
    public Lines open(String file) throws IOException {
        return lines(file + ".csv");
    }

    private Lines lines(String name) throws IOException {
        InputStream in = parts.text(folder + name);
        return new UnpackedLines(
                new CsvLines(Encodings.afterMark(in == null ? InputStream.nullInputStream() : in), "UTF-8", ',',
                        limits),
                limits.rows());
    }

    /** The time of which it is true: when its newest file was written, and never later than it came. */
    public Instant asOf(Instant came) {
        return parts.newest().filter(time -> time.isAfter(SOUND) && time.isBefore(came)).orElse(came);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
