// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.jspecify.annotations.Nullable;

/** The parameters of an operation. */
final class Parameters {
    private final Schemas schemas;
    private final ArrayNode all;

    private Parameters(Schemas schemas, ArrayNode all) {
        this.schemas = schemas;
        this.all = all;
    }

    static void describe(Operation operation, Schemas schemas, ArrayNode all) {
        Parameters parameters = new Parameters(schemas, all);
        for (Parameter parameter : operation.method().getParameters()) {
            parameters.add(parameter);
        }
        if (operation.writes()) {
            ObjectNode key = parameters.add("header", "Idempotency-Key", String.class,
                    operation.verb().equals("POST"), null,
                    "New for each new write, as a UUID; the same again is answered again and done once, for 24 hours.");
            ((ObjectNode) key.get("schema")).put("minLength", 1).put("maxLength", 255).put("pattern",
                    "^[\\x21-\\x7e]+$");
        }
        Op op = operation.op();
        if (op != null && op.conditional()) {
            parameters.add("header", "If-Match", String.class, false, null, "The ETag of what was read; else 412.");
            parameters.add("header", "If-None-Match", String.class, false, null, "* where there was nothing.");
        }
    }

    private void add(Parameter parameter) {
        DefaultValue fallback = parameter.getAnnotation(DefaultValue.class);
        String value = fallback == null || fallback.value().isEmpty() ? null : fallback.value();
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (path != null) {
            add("path", path.value(), parameter.getParameterizedType(), true, null, "");
        } else if (query != null) {
            add("query", query.value(), parameter.getParameterizedType(), false, value, "");
        } else if (parameter.isAnnotationPresent(BeanParam.class) && parameter.getType() == Paging.class) {
            add("query", "after", String.class, false, null,
                    "The next of the page before; opaque, for this list only.");
            ObjectNode limit = add("query", "limit", int.class, false, null, "How many at most.");
            ((ObjectNode) limit.get("schema")).put("minimum", 1).put("maximum", Paging.MOST).put("default", 100);
        }
    }

    private ObjectNode add(String in, String name, Type type, boolean required, @Nullable String fallback,
            String description) {
        ObjectNode one = all.addObject().put("name", name).put("in", in).put("required", required);
        if (!description.isEmpty()) {
            one.put("description", description);
        }
        ObjectNode schema = schemas.of(type, false);
        if (fallback != null) {
            if (type == boolean.class) {
                schema.put("default", Boolean.parseBoolean(fallback));
            } else {
                schema.put("default", fallback);
            }
        }
        one.set("schema", schema);
        return one;
    }
}
