// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where this Huifang lives and how it was told to run: the command line wins over the environment, that over
 * {@code etc/huifang.cfg}.
 *
 * @param home the unpacked distribution, possibly read-only
 * @param properties the lines of {@code etc/huifang.cfg} that are not the launcher's own
 * @param words the words of the command line that are not options of the launcher
 */
record Installation(Path home, Path etc, Path data, Path log, String host, int port, Set<String> features,
        Map<String, String> properties, List<String> words) {

    private static final List<String> OPTIONS = List.of("--port", "--data", "--etc", "--feature");
    private static final Set<String> OWN = Set.of("port", "host", "data", "features");

    /** Reads what {@code bin/huifang} was given; for commands to a running instance unknown options stay words. */
    static Installation from(Path home, List<String> arguments, Map<String, String> environment) throws Refusal {
        var given = new LinkedHashMap<String, String>();
        var extra = new LinkedHashSet<String>();
        var words = new ArrayList<String>();
        for (var i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            var launchers = OPTIONS.contains(word)
                    && (runs(words) || word.equals("--data") || word.equals("--etc"));
            if (!launchers) {
                words.add(word);
            } else if (i + 1 == arguments.size()) {
                throw new Refusal(2, word + " needs a value");
            } else if (word.equals("--feature")) {
                extra.add(arguments.get(++i));
            } else {
                given.put(word.substring(2), arguments.get(++i));
            }
        }
        var etc = path(given.get("etc"), environment.get("HUIFANG_ETC"), home.resolve("etc").toString());
        var cfg = read(etc.resolve("huifang.cfg"));
        var standard = home.resolve("data");
        var data = path(given.get("data"), environment.get("HUIFANG_DATA"), cfg.get("data"), standard.toString());
        var log = data.equals(standard) ? home.resolve("log") : data.resolve("log");
        var port = first(given.get("port"), environment.get("HUIFANG_PORT"), cfg.get("port"), "8080");
        var features = new LinkedHashSet<String>();
        for (var name : first(environment.get("HUIFANG_FEATURES"), cfg.get("features"), "base,huifang").split(",")) {
            features.add(name.strip());
        }
        features.addAll(extra);
        cfg.keySet().removeIf(OWN::contains);
        if (runs(words) && words.size() > 1) {
            throw new Refusal(2, "a start does not know " + words.get(1) + "; it knows " + String.join(", ", OPTIONS)
                    + ", each followed by its value");
        }
        return new Installation(home, etc, data, log, first(cfg.get("host"), "0.0.0.0"), number(port), features, cfg,
                words);
    }

    Path controlFile() {
        return data.resolve("run/control");
    }

    Path lockFile() {
        return data.resolve("run/lock");
    }

    private static boolean runs(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals("run");
    }

    private static Path path(@Nullable String... candidates) {
        return Path.of(first(candidates)).toAbsolutePath().normalize();
    }

    private static String first(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        throw new IllegalArgumentException("no value and no default");
    }

    private static int number(String port) throws Refusal {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw new Refusal(2, "the port is a number from 1 to 65535, not " + port);
        }
        return Integer.parseInt(port);
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var map = new LinkedHashMap<String, String>();
        properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
        return map;
    }
}
