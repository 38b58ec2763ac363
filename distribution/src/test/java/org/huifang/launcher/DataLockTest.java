// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
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
}
