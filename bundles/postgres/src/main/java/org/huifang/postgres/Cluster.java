// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of one database cluster: made once, with an owner role that is no superuser. Nobody can connect as
 * superuser; single-user mode is how to get there.
 */
public final class Cluster {
    static final String NAME = "huifang";
    private final Path folder;
    private final Path binaries;
    private final Account account;

    /**
     * @param folder holds the cluster, its port and password; made when absent
     * @param binaries what {@link Binaries} unpacked
     */
    public Cluster(Path folder, Path binaries, Account account) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path program(String name) {
        return binaries.resolve("bin").resolve(name);
    }

    Account account() {
        return account;
    }

    Path portFile() {
        return folder.resolve("port");
    }

    /** Of the role {@code huifang}; in a file that only this process's user reads. */
    public String password() throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    /**
     * Makes the cluster unless it is there; an attempt that was cut short starts over.
     *
     * @param roleOptions more for the owner role, as {@code createdb}
     * @throws IllegalStateException when another major version made it
     */
    public void prepare(String roleOptions) throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            String made = Files.readString(data().resolve("PG_VERSION")).strip();
            if (!made.equals(Integer.toString(Binaries.MAJOR))) {
                throw new IllegalStateException("The database in " + data() + " was made by PostgreSQL " + made
                        + "; this Huifang carries " + Binaries.MAJOR
                        + " and cannot read it. Start the Huifang that made"
                        + " it, export, and import here.");
            }
            return;
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path fresh = folder.resolve("data.new");
        discard(fresh);
        account.ownFolder(fresh);
        run(program("initdb"), "", "-D", fresh.toString(), "-U", "postgres", "--encoding=UTF8", "--locale=C",
                "--locale-provider=icu", "--icu-locale=und", "--auth=reject", "--no-instructions");
        // Thousands of rounds slow down who guesses a password of a person; this one is 192 random bits, and each
        // connection would pay for them.
        String output = run(program("postgres"),
                "set scram_iterations = 1\n" + "create role " + NAME + " login nosuperuser nobypassrls " + roleOptions
                        + " password '" + password
                        + "'\n"
                        + "create database " + NAME + " owner " + NAME + "\n" + "revoke all on database " + NAME
                        + " from public\n",
                "--single", "-D", fresh.toString(), "postgres");
        if (output.contains("ERROR") || output.contains("FATAL")) {
            throw new IllegalStateException("The database cannot be made: " + output.replace(password, "..."));
        }
        Path file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        Files.move(fresh, data());
    }

    private String run(Path program, String input, String... arguments) {
        var command = new java.util.ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Shell.Outcome outcome = Shell.run(Path.of("/"), account.runs(command), input);
        if (outcome.output().contains("could not look up effective user ID")) {
            throw new IllegalStateException("PostgreSQL cannot be set up by the user " + account.uid()
                    + ", who has no name in /etc/passwd: give it one, or run Huifang as another user.");
        }
        return outcome.orThrow("PostgreSQL's " + program.getFileName() + " failed").output();
    }

    static void discard(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
