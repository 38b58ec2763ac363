// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs PostgreSQL, which refuses root: this process's user, or an unprivileged one when this process is root.
 *
 * @param uid need not have a name, except that initdb asks for one
 * @param gid its group
 * @param dropping whether this process has to give up privileges for it
 */
public record Account(int uid, int gid, boolean dropping) {
    private static final int NOBODY = 65534;

    /** The owner of the folder (or of what is above it) unless that is root; then {@code postgres}; then nobody. */
    public static Account owning(Path folder) {
        int self = attribute(Path.of("/proc/self"), "uid");
        if (self != 0) {
            return new Account(self, attribute(Path.of("/proc/self"), "gid"), false);
        }
        for (Path at : Stream.iterate(folder.toAbsolutePath(), p -> p != null, Path::getParent).limit(2).toList()) {
            if (Files.isDirectory(at) && attribute(at, "uid") != 0) {
                return new Account(attribute(at, "uid"), attribute(at, "gid"), true);
            }
        }
        return named("postgres");
    }

    private static Account named(String name) {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.map(line -> line.split(":", -1)).filter(user -> user.length > 3 && user[0].equals(name))
                    .map(user -> new Account(Integer.parseInt(user[2]), Integer.parseInt(user[3]), true)).findFirst()
                    .orElse(new Account(NOBODY, NOBODY, true));
        } catch (IOException e) {
            return new Account(NOBODY, NOBODY, true);
        }
    }

    private static int attribute(Path path, String name) {
        try {
            return (Integer) Files.getAttribute(path, "unix:" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command as this account runs it. */
    List<String> runs(List<String> command) {
        List<String> all = new ArrayList<>();
        if (dropping && Shell.has("setpriv")) {
            all.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        } else if (dropping) {
            all.addAll(List.of("chroot", "--userspec=+" + uid + ":+" + gid, "--groups=", "/"));
        }
        all.addAll(command);
        return all;
    }

    /** The command as this account runs it, told to shut down fast when the thread that started it dies. */
    List<String> runsWhileWeLive(List<String> command) {
        List<String> all = runs(command);
        if (Shell.has("setpriv")) {
            List<String> bound = List.of("--pdeathsig=INT");
            if (all.getFirst().equals("setpriv")) {
                all.addAll(1, bound);
            } else {
                all.addAll(0, List.of("setpriv", bound.getFirst()));
            }
        }
        return all;
    }

    /** Makes a folder that only this account (and root) can look into. */
    void ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        own(folder);
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }

    void own(Path file) throws IOException {
        if (dropping) {
            Files.setAttribute(file, "unix:gid", gid);
            Files.setAttribute(file, "unix:uid", uid);
        }
    }

    boolean reaches(Path folder) {
        return !dropping
                || Shell.run(Path.of("/"), runs(List.of("sh", "-c", "cd -- \"$1\"", "sh", folder.toString())), "")
                        .succeeded();
    }
}
