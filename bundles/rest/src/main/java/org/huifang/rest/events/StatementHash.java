// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.TreeMap;

/** Tells statements with the same id apart. */
final class StatementHash {
    private StatementHash() {
    }

    /** Of what it says, in whatever order its fields stand. */
    static byte[] of(JsonNode statement) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(sorted(statement).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, String>();
            node.fields().forEachRemaining(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            var elements = new ArrayList<String>();
            node.forEach(element -> elements.add(sorted(element)));
            return elements.toString();
        }
        return node.toString();
    }
}
