// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an unsigned hook may be about: ids that look like those of courses and people, wherever they stand. */
final class Hint {
    private static final int MOST = 50;
    private static final Set<String> COURSES = Set.of("courseid", "coursekey", "contextid", "context");
    private static final Set<String> PEOPLE = Set.of("userid", "relateduserid", "subject", "sub", "learnerid");
    private static final Set<String> COURSE = Set.of("course", "context");
    private static final Set<String> PERSON = Set.of("user", "learner", "student");

    private final Set<String> courses = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private @Nullable String token;

    private Hint() {
    }

    static Hint read(byte[] body, @Nullable String type) throws Refused {
        var hint = new Hint();
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("application/x-www-form-urlencoded")) {
            hint.form(new String(body, StandardCharsets.UTF_8));
        } else if (kind.startsWith("application/json")) {
            JsonNode root = HookBody.tree(body);
            hint.token = root.path("token").isTextual() ? root.path("token").textValue() : null;
            hint.walk("", "", root);
        } else {
            throw Refused.because("media-type", 415, "Not a kind of content that is read here",
                    "Send application/json or application/x-www-form-urlencoded.");
        }
        return hint;
    }

    Set<String> courses() {
        return courses;
    }

    Set<String> people() {
        return people;
    }

    @Nullable
    String token() {
        return token;
    }

    private void form(String body) throws Refused {
        for (String pair : body.split("&", 200)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                    String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                    token = name.equals("token") ? value : token;
                    note("", name, value);
                } catch (IllegalArgumentException e) {
                    throw Refused.because("malformed-form", 400, "The body cannot be read",
                            "The form is not well encoded.");
                }
            }
        }
    }

    private void walk(String parent, String name, JsonNode node) {
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext();) {
                Map.Entry<String, JsonNode> field = fields.next();
                walk(name, field.getKey(), field.getValue());
            }
        } else if (node.isArray()) {
            node.forEach(element -> walk(parent, name, element));
        } else if (node.isTextual() || node.isIntegralNumber()) {
            note(parent, name, node.asText());
        }
    }

    private void note(String parent, String name, String value) {
        String key = plain(name);
        boolean id = key.equals("id") || key.equals("key");
        if (value.isEmpty() || value.length() > 255) {
            return;
        }
        if ((COURSES.contains(key) || id && COURSE.contains(plain(parent))) && courses.size() < MOST) {
            courses.add(value);
        }
        if ((PEOPLE.contains(key) || id && PERSON.contains(plain(parent))) && people.size() < MOST) {
            people.add(value);
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
