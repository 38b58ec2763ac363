// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    private Path home;

    @Test
    void a_folder_that_nobody_uses_has_no_holder() throws Exception {
        assertThat(DataLock.holder(Installation.from(home, List.of("status"), Map.of()))).isEmpty();
    }

    @Test
    void the_lock_makes_folders_that_others_cannot_read() throws Exception {
        var installation = Installation.from(home, List.of("run"), Map.of());
        assertThat(DataLock.take(installation).held()).isTrue();
        assertThat(Files.readString(installation.lockFile())).isEqualTo(Long.toString(ProcessHandle.current().pid()));
        for (var folder : List.of("", "run", "cache", "installed", "deploy")) {
            assertThat(Files.getPosixFilePermissions(installation.data().resolve(folder))).as(folder)
                    .doesNotContain(PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_READ);
        }
    }

    @Test
    void who_only_looks_whether_it_runs_does_not_keep_it_from_starting() throws Exception {
        var installation = Installation.from(home, List.of("run"), Map.of());
        Files.createDirectories(installation.data().resolve("run"));
        var looking = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Looking.class.getName(), installation.lockFile().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(looking.getInputStream().read()).as("it has the lock").isEqualTo('!');
        var taken = CompletableFuture.supplyAsync(() -> {
            try {
                return DataLock.take(installation).held();
            } catch (Refusal refusal) {
                throw new CompletionException(refusal);
            }
        });
        looking.getOutputStream().close();
        assertThat(taken.get()).isTrue();
    }

    /** Another process that has the lock until its input ends. */
    static final class Looking {
        public static void main(String[] file) throws IOException {
            try (var channel = FileChannel.open(Path.of(file[0]), CREATE, READ, WRITE); var lock = channel.lock()) {
                System.out.print(lock.isValid() ? '!' : '?');
                System.out.flush();
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
