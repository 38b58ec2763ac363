// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Commands of the operating system, in an environment that is the same everywhere. */
final class Shell {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Shell() {
    }

    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }

        Outcome orThrow(String what) {
            if (!succeeded()) {
                throw new IllegalStateException(what + ": " + output.strip());
            }
            return this;
        }
    }

    static boolean has(String command) {
        return Stream.of(PATH.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    static ProcessBuilder prepare(Path folder, List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of());
        builder.environment().put("PATH", PATH);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    static Outcome run(Path folder, List<String> command, String input) {
        try {
            Process process = prepare(folder, command).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + new File(command.getFirst()).getName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.getFirst(), e);
        }
    }

    static void signal(String signal, long pid) {
        run(Path.of("/"), List.of("sh", "-c", "kill -" + signal + " \"$1\"", "sh", Long.toString(pid)), "");
    }
}
