// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What the server reads before it starts and tells once it runs. */
final class ServerFiles {
    private static final int STATUS_LINE = 7;
    private static final String ACCESS = """
        # written by Huifang at each start
        host %1$s %1$s 127.0.0.1/32 scram-sha-256
        host all %1$s 127.0.0.1/32 scram-sha-256
        """;
    private static final String SETTINGS = """
        # written by Huifang at each start
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 100
        shared_buffers = %dMB
        max_wal_size = 2GB
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%%a.log'
        log_rotation_age = 1d
        log_truncate_on_rotation = on
        log_min_duration_statement = 2s
        """;
    private final Cluster cluster;
    private final String settings;

    ServerFiles(Cluster cluster, String settings) {
        this.cluster = cluster;
        this.settings = settings;
    }

    void write(int port) throws IOException {
        Path data = cluster.data();
        write(data.resolve("huifang.conf"), SETTINGS.formatted(port, PageCache.megabytes()) + settings + "\n");
        write(data.resolve("pg_hba.conf"), ACCESS.formatted(Cluster.NAME));
        Path main = data.resolve("postgresql.conf");
        String include = "include 'huifang.conf'";
        if (!Files.readString(main).contains(include)) {
            Files.writeString(main, "\n" + include + "\n", java.nio.file.StandardOpenOption.APPEND);
        }
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        cluster.account().own(file);
    }

    Path log() {
        return cluster.data().resolve("log");
    }

    /** What it says before its own log is open. */
    Path console() {
        return cluster.portFile().resolveSibling("start.log");
    }

    boolean isReady(long pid) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.data().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(STATUS_LINE).startsWith("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }
}
