// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The built distribution, run as a child process on a free port and a data folder of its own. The archive is unpacked
 * once for all; closing ends the process and deletes the data.
 */
public final class Distribution implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path home;
    private final Path data;
    private final int port;
    private final List<String> features;
    private final String javaOptions;
    private Process process;

    /** What a command of {@code bin/huifang} gave back. */
    public record Answer(int status, String text) {}

    private Distribution(Path home, Path data, int port, String javaOptions, List<String> features)
            throws IOException {
        this.home = home;
        this.data = data;
        this.port = port;
        this.features = features;
        this.javaOptions = javaOptions;
        this.process = launch();
    }

    /** Starts it with these features beside those that are always there, and returns once it is ready. */
    public static Distribution start(String... features) throws IOException {
        return startWith("", features);
    }

    /** As {@link #start}, with options for its Java. */
    public static Distribution startWith(String javaOptions, String... features) throws IOException {
        return start(Unpacked.HOME, javaOptions, features);
    }

    /** As {@link #start}, from a copy of what was unpacked, whose {@code etc/} a test changed. */
    public static Distribution startFrom(Path home, String... features) throws IOException {
        return start(home, "", features);
    }

    /** Another node on the database of one that runs: it needs the key with which secrets are sealed there. */
    public static Distribution startBeside(Distribution one) throws IOException {
        return start(one.home(), "", one.data().resolve("keys"), new String[0]);
    }

    private static Distribution start(Path home, String javaOptions, String... features) throws IOException {
        return start(home, javaOptions, null, features);
    }

    private static Distribution start(Path home, String javaOptions, @Nullable Path keys, String... features)
            throws IOException {
        // others may pass through, as they may below /var/lib: the database runs as another user when this is root
        var folder = Files.createTempDirectory("huifang-data");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (keys != null) {
            Files.createDirectories(folder.resolve("data/keys"));
            Files.copy(keys.resolve("seal"), folder.resolve("data/keys/seal"));
        }
        var distribution = new Distribution(home, folder.resolve("data"), freePort(), javaOptions,
                List.of(features));
        try {
            distribution.awaitReady();
            return distribution;
        } catch (AssertionError notReady) {
            distribution.close();
            throw notReady;
        }
    }

    /** Where the archive was unpacked, for looking at what it holds without starting it. */
    public static Path unpacked() {
        return Unpacked.HOME;
    }

    /** The folder of the project's sources. */
    public static Path project() {
        return Path.of(System.getProperty("huifang.project", "..")).toAbsolutePath().normalize();
    }

    public Path home() {
        return home;
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Waits until the health endpoint is content and what to open has been printed; fails with its answer and the end of the log. */
    public void awaitReady() {
        await(Duration.ofSeconds(Long.getLong("huifang.patience", 180)), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Huifang ended with " + process.exitValue() + "\n" + console() + log());
            }
            // asked once it says so itself: asking all the time would keep it from starting
            return Files.exists(data.resolve("run/ready")) && health() == 200;
        });
    }

    /** The status of the health endpoint; 0 while nobody answers. */
    public int health() {
        try {
            var request = HttpRequest.newBuilder(at("/health")).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command of {@code bin/huifang} against this instance. */
    public Answer command(String... words) throws IOException {
        var line = new ArrayList<>(List.of(home.resolve("bin/huifang").toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString()));
        var command = new ProcessBuilder(line).redirectErrorStream(true).start();
        command.getOutputStream().close();
        var text = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            return new Answer(command.waitFor(), text.strip());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, and waits for the end; the exit status. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** SIGKILL, for the process only: what it started itself is left to find out. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it again on the same data, port and features after {@link #stop} or {@link #kill}. */
    public void restart() throws IOException {
        process = launch();
        awaitReady();
    }

    public String log() {
        return text(data.resolve("log/huifang.log"));
    }

    /** What it logged as errors, each with its trace. */
    public Stream<String> errors() {
        return Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)").splitAsStream(log())
                .filter(entry -> entry.lines().findFirst().orElse("").contains(" ERROR "));
    }

    /** What it printed, one-time links included. */
    public String console() {
        return text(data.resolveSibling("console.txt"));
    }

    /** Resident memory of the process now, in bytes. */
    public long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024).findFirst().orElse(0);
    }

    /** What the process and those that it started (its database) have used of the processors until now. */
    public Duration processorTime() {
        var own = process.toHandle();
        return Stream.concat(Stream.of(own), own.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            stop();
        }
        try (var files = Files.walk(data.getParent())) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    /** Looks every 50 ms until it is so; fails after the time. */
    public static void await(Duration most, BooleanSupplier condition) {
        var end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so after " + most);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private Process launch() throws IOException {
        var line = new ArrayList<>(List.of(home.resolve("bin/huifang").toString(), "run", "--port",
                Integer.toString(port), "--data", data.toString()));
        features.forEach(feature -> line.addAll(List.of("--feature", feature)));
        var builder = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolveSibling("console.txt").toFile()));
        builder.environment().put("HUIFANG_JAVA_OPTIONS", javaOptions);
        // it would be made at the first end of each test's instance, which takes seconds
        builder.environment().put("HUIFANG_CLASS_ARCHIVE", System.getProperty("huifang.classes", "off"));
        return builder.start();
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Huifang did not end within 60 s\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
