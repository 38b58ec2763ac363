// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What no text may have, so that the database can keep it: NUL, halves of characters, whole books; and null. */
public final class Plain {
    public static final int LONGEST = 20_000;
    private static final Pattern UNSTORABLE = Pattern
            .compile("\0|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private Plain() {
    }

    public static boolean storable(String text) {
        return text.length() <= LONGEST && !UNSTORABLE.matcher(text).find();
    }

    static void check(JsonNode node, String pointer) {
        if (node.isNull() || node.isMissingNode()) {
            throw Refusal.body(pointer, pointer.isEmpty() ? "is missing" : "is null: leave it out");
        }
        if (node.isTextual() && !storable(node.textValue())) {
            throw Refusal.body(pointer, "has more than " + LONGEST + " characters, or one that cannot be kept");
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer + "/" + i);
            }
        }
        node.properties().forEach(field -> {
            String below = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            if (!storable(field.getKey())) {
                throw Refusal.body(below, "is not known here");
            }
            check(field.getValue(), below);
        });
    }
}
