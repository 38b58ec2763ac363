// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.rest.RecordRules;

/** JSON Schema (2020-12) of what is sent and answered: a record is an object, a sealed type one of its records. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** All that were asked for, and what they are made of. */
    ObjectNode named() {
        ObjectNode all = NODES.objectNode();
        named.forEach(all::set);
        return all;
    }

    /** @param sent whether it comes from the client; then what is not known is refused */
    ObjectNode of(Type type, boolean sent) {
        return switch (type) {
            case ParameterizedType parameters -> parameterized(parameters, sent);
            case WildcardType any -> of(any.getUpperBounds()[0], sent);
            case Class<?> plain -> plain(plain, sent);
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    private ObjectNode parameterized(ParameterizedType type, boolean sent) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        ObjectNode schema = NODES.objectNode();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array").set("items", of(of[0], sent));
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", "object").set("additionalProperties", of(of[1], sent));
        } else {
            throw new IllegalArgumentException("no schema for " + type);
        }
        return schema;
    }

    private ObjectNode plain(Class<?> type, boolean sent) {
        ObjectNode schema = NODES.objectNode();
        if (type.isEnum()) {
            schema.put("type", "string");
            Arrays.stream(type.getEnumConstants()).forEach(one -> schema.withArray("enum").add(((Enum<?>) one).name()));
            return schema;
        }
        if (type.isRecord() && type != TenantId.class || type.isInterface() && type.isSealed()) {
            return schema.put("$ref", "#/components/schemas/" + reference(type, sent));
        }
        if (type == int.class || type == Integer.class) {
            return schema.put("type", "integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return schema.put("type", "integer").put("format", "int64");
        }
        if (type == double.class || type == Double.class) {
            return schema.put("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        schema.put("type", "string");
        String format = format(type);
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    private static String format(Class<?> type) {
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == Instant.class) {
            return "date-time";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Duration.class) {
            return "duration";
        }
        if (type == URI.class) {
            return "uri";
        }
        if (type == String.class || type == char.class || type == TenantId.class) {
            return "";
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private String reference(Class<?> type, boolean sent) {
        String name = name(type) + (sent ? "Sent" : "");
        Class<?> known = types.putIfAbsent(name, type);
        if (known == null) {
            ObjectNode schema = NODES.objectNode();
            named.put(name, schema);
            if (type.isRecord()) {
                record(schema, type, sent);
            } else {
                sealed(schema, type, sent);
            }
        } else if (known != type) {
            throw new IllegalStateException("two types are called " + name + ": " + known + ", " + type);
        }
        return name;
    }

    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null || around.getSimpleName().endsWith("Resource")
                ? type.getSimpleName()
                : name(around) + type.getSimpleName();
    }

    private void record(ObjectNode schema, Class<?> type, boolean sent) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        if (RecordRules.hasKind(type)) {
            properties.putObject(RecordRules.KIND).put("const", type.getSimpleName());
            schema.withArray("required").add(RecordRules.KIND);
        }
        for (RecordComponent part : type.getRecordComponents()) {
            properties.set(part.getName(), of(part.getGenericType(), sent));
            boolean leftOut = type.isAnnotationPresent(JsonInclude.class)
                    && Collection.class.isAssignableFrom(part.getType());
            if (!RecordRules.optional(part) && !leftOut) {
                schema.withArray("required").add(part.getName());
            }
        }
        if (sent) {
            schema.put("additionalProperties", false);
        }
    }

    private void sealed(ObjectNode schema, Class<?> type, boolean sent) {
        ObjectNode mapping = NODES.objectNode();
        for (Class<?> kind : RecordRules.kinds(type)) {
            ObjectNode one = of(kind, sent);
            schema.withArray("oneOf").add(one);
            mapping.put(kind.getSimpleName(), one.get("$ref").textValue());
        }
        schema.putObject("discriminator").put("propertyName", RecordRules.KIND).set("mapping", mapping);
    }
}
