// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The description of the API, to hold answers and bodies against. */
public final class Described {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    public Described(JsonNode document) {
        this.document = document;
    }

    public JsonNode document() {
        return document;
    }

    /** Fails unless an answer is one that the description foresees. */
    public void check(String method, String path, int status, String media, String body) throws IOException {
        JsonNode operation = operation(method, path);
        if (operation.isMissingNode()) {
            assertThat(status).as("%s %s is not described", method, path).isIn(200, 204, 400, 401, 404, 405);
            return;
        }
        JsonNode answer = operation.path("responses").path(String.valueOf(status));
        assertThat(status == 304 || !answer.isMissingNode()).as("%s %s answers %s", method, path, status).isTrue();
        if (!body.isEmpty()) {
            assertThat(answer.path("content").properties().stream().map(Map.Entry::getKey))
                    .as("%s %s %s", method, path, status).contains(media);
            check(answer.path("content").path(media).path("schema"), JSON.readTree(body),
                    method + " " + path + " " + status);
        }
    }

    /** Fails unless the value is allowed by the schema. */
    public void check(JsonNode schema, JsonNode value, String what) {
        ObjectNode whole = schema.deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components"));
        var validator = SCHEMAS.getSchema(whole,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        assertThat(validator.validate(value)).as("%s: %s", what, value).isEmpty();
    }

    private JsonNode operation(String method, String path) {
        String verb = (method.equals("HEAD") ? "GET" : method).toLowerCase(Locale.ROOT);
        return document.path("paths").properties().stream().filter(one -> fits(one.getKey(), path))
                .sorted((a, b) -> Integer.compare(holes(a.getKey()), holes(b.getKey())))
                .map(one -> one.getValue().path(verb)).findFirst().orElseGet(() -> document.path("paths").path("none"));
    }

    private static int holes(String template) {
        return template.length() - template.replace("{", "").length();
    }

    private static boolean fits(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
    }
}
