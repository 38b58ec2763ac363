// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.json;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object read tolerantly: a member that is missing or of another type is null or empty. */
public record Json(Map<String, Object> members) {
    public static final Json EMPTY = new Json(Map.of());

    /** Empty when the text is no JSON object, nests too deeply or names a member twice. */
    public static Optional<Json> parse(String text) {
        if (!text.stripLeading().startsWith("{")) {
            // the parser would take an array of pairs for an object
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(text)).map(Json::new);
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The objects of a JSON array; empty when the text is none, nests too deeply or names a member twice. */
    public static Optional<List<Json>> parseArray(String text) {
        return text.stripLeading().startsWith("[")
                ? parse("{\"items\":" + text + "}").filter(j -> j.members().size() == 1).map(j -> j.objects("items"))
                : Optional.empty();
    }

    public static String write(Map<String, ?> members) {
        return JSONObjectUtils.toJSONString(members);
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The text without NUL, which no database text holds, and null when nothing else is left. */
    public @Nullable String text(String name) {
        return members.get(name) instanceof String s ? storable(s) : null;
    }

    /** An identifier: a text that is not blank and at most 255 characters, as LTI demands. */
    public @Nullable String id(String name) {
        String s = members.get(name) instanceof String value ? value : null;
        return s == null || s.isBlank() || s.length() > 255 || s.indexOf('\0') >= 0 ? null : s;
    }

    /** Seconds since 1970 as an instant; null when it is no number or outside what an instant holds. */
    public @Nullable Instant instant(String name) {
        try {
            return members.get(name) instanceof Number n ? Instant.ofEpochSecond(n.longValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    public @Nullable Long number(String name) {
        return members.get(name) instanceof Number n ? (Long) n.longValue() : null;
    }

    /** A truth value, also where a platform quotes it; null when it is none. */
    public @Nullable Boolean flag(String name) {
        Object value = members.get(name);
        return value instanceof Boolean b
                ? b
                : "true".equals(value) ? Boolean.TRUE : "false".equals(value) ? Boolean.FALSE : null;
    }

    /** A finite number; null when it is none. */
    public @Nullable Double decimal(String name) {
        return members.get(name) instanceof Number n && Double.isFinite(n.doubleValue())
                ? (Double) n.doubleValue()
                : null;
    }

    /** An absolute http or https URI with a host; anything else, javascript: above all, is null. */
    public @Nullable URI web(String name) {
        return members.get(name) instanceof String s ? webUri(s) : null;
    }

    public static @Nullable URI webUri(String s) {
        try {
            URI uri = URI.create(s);
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public Json object(String name) {
        return members.get(name) instanceof Map<?, ?> map ? of(map) : EMPTY;
    }

    /** The texts of an array; a lone text counts as an array of one; other elements are left out. */
    public List<String> texts(String name) {
        return switch (members.get(name)) {
            case String s -> List.of(s);
            case List<?> list -> list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }

    public List<Json> objects(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(m -> of((Map<?, ?>) m)).toList()
                : List.of();
    }

    /** All members as text, in order; null ones are left out. */
    public Map<String, String> asTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            String text = value == null ? null : storable(value.toString());
            if (text != null) {
                texts.put(name, text);
            }
        });
        return Map.copyOf(texts);
    }

    private static Json of(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, value) -> members.put(String.valueOf(key), value));
        return new Json(members);
    }

    private static @Nullable String storable(String s) {
        String clean = s.indexOf('\0') < 0 ? s : s.replace("\0", "");
        return clean.isBlank() ? null : clean;
    }
}
