// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory the database keeps pages in: an eighth of what there is, for it shares the machine. With the 128 MB that
 * PostgreSQL takes by itself, what is done with 300,000 learners runs at half the speed of 100,000. Taken only as it fills.
 */
final class PageCache {
    private static final long LEAST = 128;
    private static final long MOST = 2_048;
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");

    private PageCache() {
    }

    /** In megabytes. */
    static long megabytes() throws IOException {
        return ofTotal(Math.min(machine(Path.of("/proc/meminfo")), limit(Path.of("/sys/fs/cgroup/memory.max"))));
    }

    static long ofTotal(long megabytes) {
        return Math.clamp(megabytes / 8, LEAST, MOST);
    }

    private static long machine(Path file) throws IOException {
        Matcher total = TOTAL.matcher(Files.isReadable(file) ? Files.readString(file) : "");
        return total.find() ? Long.parseLong(total.group(1)) >> 10 : LEAST;
    }

    /** What a container may take. */
    private static long limit(Path file) throws IOException {
        String limit = Files.isReadable(file) ? Files.readString(file).strip() : "max";
        return limit.matches("\\d{1,18}") ? Long.parseLong(limit) >> 20 : Long.MAX_VALUE;
    }
}
