// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records, lists and texts as JSON, and as a page of nested tables that needs no program to read. */
final class Written {
    private Written() {
    }

    static String json(@Nullable Object value) {
        return switch (plain(value)) {
            case null -> "null";
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> list -> list.stream().map(Written::json).collect(Collectors.joining(",\n", "[", "]"));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Object text -> quoted(text.toString());
        };
    }

    /** @param words how names are called in the reader's language; what is missing is shown as it is */
    static String html(String title, String language, Map<String, Object> parts, Map<String, String> words) {
        return """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width"><style>body{font:16px/1.6 system-ui,sans-serif;margin:1rem}
            th{text-align:left;vertical-align:top;padding-right:1em;font-weight:600}td{overflow-wrap:anywhere}
            li{margin-bottom:.5em}</style></head><body><h1>%s</h1>%s</body></html>
            """.formatted(language, escaped(title), escaped(title), parts.entrySet().stream()
                .map(part -> "<h2>" + word(part.getKey(), words) + "</h2>" + html(part.getValue(), words))
                .collect(Collectors.joining("\n")));
    }

    private static String html(@Nullable Object value, Map<String, String> words) {
        return switch (plain(value)) {
            case null -> "";
            case Map<?, ?> map -> map.entrySet().stream().filter(entry -> Objects.nonNull(entry.getValue()))
                    .map(entry -> "<tr><th>" + word(String.valueOf(entry.getKey()), words) + "</th><td>"
                            + html(entry.getValue(), words) + "</td></tr>")
                    .collect(Collectors.joining("", "<table>", "</table>"));
            case Collection<?> list when list.isEmpty() -> "<p>–</p>";
            case Collection<?> list -> list.stream().map(item -> "<li>" + html(item, words) + "</li>")
                    .collect(Collectors.joining("\n", "<ul>", "</ul>"));
            case Object text -> escaped(text.toString());
        };
    }

    private static String word(String name, Map<String, String> words) {
        return escaped(words.getOrDefault(name, name));
    }

    /** A record as the map of its components. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (!(value instanceof Record record)) {
            return value;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                map.put(component.getName(), component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record cannot be read: " + record.getClass(), e);
            }
        }
        return map;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ' || c == '<' || c == 0x2028 || c == 0x2029) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
