// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A value that a schema allows, always the same: what an answer looks like. */
final class Examples {
    static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final JsonNode schemas;

    Examples(JsonNode schemas) {
        this.schemas = schemas;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, "", DEEPEST);
    }

    private JsonNode of(JsonNode schema, String name, int deep) {
        if (schema.has("$ref")) {
            return of(schemas.get(schema.get("$ref").textValue().replaceFirst(".*/", "")), name, deep);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.has("oneOf")) {
            return of(schema.get("oneOf").get(0), name, deep);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, deep);
            case "array" -> array(schema, name, deep);
            case "integer" -> NODES.numberNode(1);
            case "number" -> NODES.numberNode(0.5);
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.textNode(text(schema.path("format").asText(), name));
        };
    }

    private ObjectNode object(JsonNode schema, int deep) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").properties()
                .forEach(part -> object.set(part.getKey(), of(part.getValue(), part.getKey(), deep - 1)));
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int deep) {
        ArrayNode array = NODES.arrayNode();
        if (deep > 0) {
            array.add(of(schema.get("items"), name, deep - 1));
        }
        return array;
    }

    private static String text(String format, String name) {
        return switch (format) {
            case "uuid" -> ID;
            case "date-time" -> "2026-09-01T08:00:00Z";
            case "date" -> "2026-09-01";
            case "duration" -> "PT4H";
            case "uri" -> "https://lms.example.org/lti";
            default -> switch (name) {
                case "name", "displayName" -> "王芳";
                case "step" -> "first";
                case "email" -> "wang.fang@example.org";
                case "tenant" -> "default";
                default -> "text";
            };
        };
    }
}
