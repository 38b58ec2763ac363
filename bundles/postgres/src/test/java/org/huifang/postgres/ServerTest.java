// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
final class ServerTest {
    private static Database database;
    private Server server;

    @BeforeAll
    static void make() throws Exception {
        database = new Database(Database.reachableFolder());
        database.cluster.prepare("");
    }

    @BeforeEach
    void start() throws Exception {
        server = new Database(database.folder).start();
        database.run(server.port(), "drop table if exists kept");
        database.run(server.port(), "create table kept (name text)");
        database.run(server.port(), "insert into kept values ('回访')");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @AfterAll
    static void discard() throws Exception {
        Cluster.discard(database.folder);
    }

    private void isKept() throws Exception {
        assertThat(database.ask(server.port(), "select name from kept")).isEqualTo("回访");
        assertThat(database.serversAtWork()).isOne();
    }

    @Test
    void a_restart_finds_the_database_at_the_same_port_as_it_was() throws Exception {
        int port = server.port();
        server.stop();
        assertThat(database.serversAtWork()).isZero();
        server = new Database(database.folder).start();
        assertThat(server.port()).isEqualTo(port);
        isKept();
    }

    @Test
    void it_is_durable_in_utf8_and_on_loopback_only() throws Exception {
        assertThat(database.ask(server.port(), "show fsync")).isEqualTo("on");
        assertThat(database.ask(server.port(), "show synchronous_commit")).isEqualTo("on");
        assertThat(database.ask(server.port(), "show server_encoding")).isEqualTo("UTF8");
        assertThat(database.ask(server.port(), "show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void its_role_is_no_superuser_and_nobody_else_may_connect() throws Exception {
        assertThat(database.ask(server.port(), "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                + " from pg_roles where rolname = current_user")).isEqualTo("f");
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url.replace("/postgres", "/huifang"), "huifang", "guess"))
                .isInstanceOf(SQLException.class);
        assertThat(Files.getPosixFilePermissions(database.folder.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void it_never_runs_as_root() throws Exception {
        assertThat(Files.getAttribute(Path.of("/proc", Long.toString(database.pid())), "unix:uid")).isNotEqualTo(0);
    }

    @Test
    void chinese_names_sort_by_pinyin() throws Exception {
        assertThat(database.ask(server.port(), "select string_agg(n, '' order by n collate \"zh-x-icu\")"
                + " from unnest(array['张', '李', '王', '陈']) n")).isEqualTo("陈李王张");
    }

    @Test
    void extensions_can_be_made_by_the_owner() throws Exception {
        database.run(server.port(), "create extension pg_trgm");
        assertThat(database.ask(server.port(), "select similarity('Huifang', 'Huifan') > 0.5")).isEqualTo("t");
    }

    @Test
    void a_killed_server_comes_back_with_what_was_committed() throws Exception {
        long killed = database.pid();
        Shell.signal("KILL", killed);
        String name = null;
        while (name == null) {
            try {
                name = database.ask(server.port(), "select name from kept");
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        }
        assertThat(name).isEqualTo("回访");
        assertThat(database.pid()).isNotEqualTo(killed);
        assertThat(database.serversAtWork()).isOne();
    }

    @Test
    void committed_rows_survive_sigkill_of_the_owner() throws Exception {
        server.stop();
        Process owner = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"), Owner.class.getName(), database.folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = new BufferedReader(new InputStreamReader(owner.getInputStream()));
        String line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = output.readLine();
        }
        int port = Integer.parseInt(line.substring(6));
        try (var open = database.connect(port)) {
            open.setAutoCommit(false);
            open.createStatement().execute("insert into kept values ('never committed')");
            database.run(port, "insert into kept values ('committed')");
            owner.destroyForcibly().waitFor();
        } catch (SQLException closing) {
            assertThat(owner.isAlive()).isFalse();
        }
        server = new Database(database.folder).start();
        assertThat(database.ask(server.port(), "select string_agg(name, ',' order by name collate \"C\") from kept"))
                .isEqualTo("committed,回访");
        assertThat(database.serversAtWork()).isOne();
    }

    @Test
    void a_server_that_nobody_owns_any_more_is_ended_first() throws Exception {
        server.stop();
        Process orphan = Shell.prepare(Path.of("/"),
                database.cluster.account().runs(List.of(database.cluster.program("postgres").toString(), "-D",
                        database.cluster.data().toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        var files = new ServerFiles(database.cluster, "");
        while (!files.isReady(orphan.pid())) {
            assertThat(orphan.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        server = new Database(database.folder).start();
        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        isKept();
    }

    @Test
    void a_mark_of_a_dead_server_whose_process_id_is_somebody_elses_now_is_no_hindrance() throws Exception {
        server.stop();
        Files.writeString(database.cluster.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\nx\n");
        server = new Database(database.folder).start();
        isKept();
    }

    @Test
    void a_port_that_somebody_else_took_is_replaced() throws Exception {
        int port = server.port();
        server.stop();
        try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            server = new Database(database.folder).start();
            assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
            isKept();
        }
    }

    @Test
    void files_of_another_major_version_are_refused_with_both_versions_named() throws Exception {
        server.stop();
        Files.writeString(database.cluster.data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> new Database(database.folder).start()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL 17").hasMessageContaining("18");
        Files.writeString(database.cluster.data().resolve("PG_VERSION"), "18\n");
    }
}
