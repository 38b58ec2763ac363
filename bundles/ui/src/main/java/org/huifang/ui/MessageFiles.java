// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The three message files of a bundle: {@code i18n/messages_zh_Hans.properties}, {@code messages_zh_Hant.properties} and
 * {@code messages_en.properties}, UTF-8, each with the same keys. A key begins with the bundle's word and a dot
 * ({@code course.title}), so that no two bundles meet. Values are {@link MessageFormat}s; write ’ and not ' in them.
 * Views read them by {@code getTranslation(key, arguments)}.
 */
public final class MessageFiles {
    /** The languages, in the order of preference when a browser asks for none of them. */
    public static final List<Locale> LOCALES = List.of(Locale.forLanguageTag("zh-Hans"),
            Locale.forLanguageTag("zh-Hant"), Locale.ENGLISH);

    private MessageFiles() {
    }

    /** Path of a language's file inside a bundle. */
    public static String path(Locale locale) {
        return "i18n/messages_" + locale.toLanguageTag().replace('-', '_') + ".properties";
    }

    /** Reads one file. */
    public static Map<String, String> read(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        try (var reader = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        }
    }

    /**
     * What is wrong with the files of the bundle of this class, for a test: a file that is missing, a key or a
     * placeholder that one language lacks, an empty value, a straight apostrophe.
     */
    public static List<String> problems(Class<?> anchor) {
        return problems(path -> anchor.getClassLoader().getResource(path));
    }

    /**
     * The same, and what is wrong between the files and the sources of the bundle: a key that stands between quotes and
     * has no message.
     *
     * @param sources the folder, as {@code src/main/java}
     */
    public static List<String> problems(Class<?> anchor, Path sources) throws IOException {
        var problems = problems(anchor);
        var file = path(LOCALES.getFirst());
        var url = anchor.getClassLoader().getResource(file);
        if (url == null) {
            return problems;
        }
        var known = read(url).keySet();
        var words = known.stream().map(key -> key.split("\\.")[0]).distinct().collect(Collectors.joining("|"));
        var used = used(sources, Pattern.compile("\"((?:" + words + ")(?:\\.[a-z_]+)+)\""));
        if (used.isEmpty()) {
            problems.add("no key of " + file + " stands in " + sources);
        }
        used.stream().filter(key -> !known.contains(key)).forEach(key -> problems.add(file + " lacks " + key));
        return problems;
    }

    private static Set<String> used(Path sources, Pattern pattern) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    static List<String> problems(Function<String, @Nullable URL> files) {
        var problems = new ArrayList<String>();
        var texts = new TreeMap<String, Map<String, String>>();
        for (var locale : LOCALES) {
            var url = files.apply(path(locale));
            if (url == null) {
                problems.add(path(locale) + " is missing");
                continue;
            }
            try {
                texts.put(path(locale), read(url));
            } catch (IOException e) {
                problems.add(path(locale) + ": " + e.getMessage());
            }
        }
        var keys = texts.values().stream().flatMap(map -> map.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (var key : keys) {
            texts.forEach((file, map) -> check(file, key, map.get(key)).ifPresent(problems::add));
            if (texts.values().stream().map(map -> placeholders(map.getOrDefault(key, ""))).distinct().count() > 1) {
                problems.add(key + " has different placeholders in different languages");
            }
        }
        return problems;
    }

    private static Optional<String> check(String file, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.of(file + " lacks " + key);
        }
        if (value.contains("'")) {
            return Optional.of(file + " has a straight apostrophe in " + key);
        }
        try {
            new MessageFormat(value, Locale.ENGLISH);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(file + ": " + key + ": " + e.getMessage());
        }
    }

    private static Set<String> placeholders(String value) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile("\\{(\\d+)").matcher(value);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
