// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Json;
import org.huifang.rest.Op;
import org.huifang.rest.Problem;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document of the resources that are there now; nobody writes it, so it cannot be out of date. */
public final class Contract {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ABOUT = """
            Files of learners, what is owed to them, and what became of it. Send a key (`hf_...`) or an access token as \
            `Authorization: Bearer`. Every POST needs an `Idempotency-Key`. Lists are read page by page with `after`. \
            What went wrong is told as RFC 9457 problem. Times are RFC 3339 in UTC. Fields may be added to answers; what \
            is not known in a body is refused.""";

    private final Schemas schemas = new Schemas();
    private final ObjectNode document = NODES.objectNode();

    private Contract() {
    }

    /** @param address where the API is, as {@code https://huifang.example.org/api/v1} */
    public static JsonNode of(Collection<? extends Class<?>> resources, String address) {
        return new Contract().write(resources, address);
    }

    private JsonNode write(Collection<? extends Class<?>> resources, String address) {
        document.put("openapi", "3.1.0").put("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
        document.putObject("info").put("title", "Huifang").put("version", "1").put("description", ABOUT)
                .putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", address);
        ObjectNode paths = document.putObject("paths");
        List<Operation> operations = resources.stream().flatMap(one -> Operation.of(one).stream())
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::verb)).toList();
        operations.forEach(one -> describe(one, paths.withObjectProperty(one.path())
                .putObject(one.verb().toLowerCase(Locale.ROOT))));
        schemas.of(Problem.class, false);
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.named());
        security(components, address);
        var examples = new Examples(components.get("schemas"));
        paths.forEach(path -> path.forEach(operation -> finish((ObjectNode) operation, examples)));
        for (Operation one : operations) {
            ObjectNode described = (ObjectNode) paths.get(one.path()).get(one.verb().toLowerCase(Locale.ROOT));
            Curl.of(one, address).forEach((label, line) -> described.withArray("x-codeSamples").addObject()
                    .put("lang", "Shell").put("label", label).put("source", line));
        }
        return document;
    }

    private void describe(Operation operation, ObjectNode described) {
        Op op = operation.op();
        described.put("operationId", operation.id()).put("summary", op == null ? operation.id() : op.value());
        described.putArray("tags").add(operation.tag());
        access(operation, described);
        Parameters.describe(operation, schemas, described.putArray("parameters"));
        operation.body().ifPresent(body -> takes(operation, body, described.putObject("requestBody")));
        ObjectNode answers = described.putObject("responses");
        gives(operation, answers.putObject(String.valueOf(operation.status())));
        for (int status : operation.writes()
                ? new int[]{400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429}
                : new int[]{400, 401, 403, 404, 429}) {
            problem(answers.putObject(String.valueOf(status)));
        }
        for (int status : op == null ? new int[0] : op.also()) {
            problem(answers.putObject(String.valueOf(status)));
        }
        problem(answers.putObject("default"));
    }

    private static void access(Operation operation, ObjectNode described) {
        Needs needs = operation.needs();
        For roles = operation.roles();
        var security = described.putArray("security");
        if (needs != null) {
            described.put("x-scope", needs.value().key());
            security.addObject().putArray("oauth").add(needs.value().key());
            security.addObject().putArray("key");
        }
        if (roles != null) {
            Arrays.stream(roles.value()).map(Role::name).forEach(described.withArray("x-roles")::add);
            security.addObject().putArray("staff");
        }
    }

    private void takes(Operation operation, Parameter body, ObjectNode described) {
        described.put("required", true);
        Op op = operation.op();
        for (String media : operation.consumes()) {
            ObjectNode content = described.withObjectProperty("content").putObject(media);
            if (Operation.isFile(media)) {
                content.putObject("schema").put("description", "The bytes of the file.");
                continue;
            }
            boolean raw = body.getType() == InputStream.class;
            content.set("schema", raw
                    ? NODES.objectNode().put("type", "string")
                    : schemas.of(body.getParameterizedType(), true));
            if (op != null && !op.body().isEmpty()) {
                content.set("example", raw ? NODES.textNode(op.body()) : Json.tree(op.body()));
            }
        }
    }

    private void gives(Operation operation, ObjectNode described) {
        described.put("description", operation.status() == 202 ? "Begun; ask at Location how it stands" : "Done");
        if (operation.gives() == Void.class) {
            return;
        }
        ObjectNode schema = schemas.of(operation.gives(), false);
        if (operation.isPage()) {
            ObjectNode page = NODES.objectNode().put("type", "object");
            page.putObject("properties").putObject("next").put("type", "string");
            page.withObjectProperty("properties").putObject("items").put("type", "array").set("items", schema);
            page.putArray("required").add("items");
            schema = page;
        }
        described.putObject("content").putObject("application/json").set("schema", schema);
    }

    private static void problem(ObjectNode described) {
        described.put("description", "A problem by RFC 9457").putObject("content").putObject(Problem.MEDIA_TYPE)
                .putObject("schema").put("$ref", "#/components/schemas/Problem");
    }

    private static void finish(ObjectNode operation, Examples examples) {
        operation.get("responses").properties().forEach(answer -> {
            @Nullable
            JsonNode content = answer.getValue().path("content").get("application/json");
            if (content != null) {
                ((ObjectNode) content).set("example", examples.of(content.get("schema")));
            }
        });
    }

    private static void security(ObjectNode components, String address) {
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("key").put("type", "http").put("scheme", "bearer").put("description", "A key of a client.");
        schemes.putObject("staff").put("type", "http").put("scheme", "basic").put("description",
                "Name and password of a member of staff, with one of x-roles.");
        ObjectNode flow = schemes.putObject("oauth").put("type", "oauth2").put("description",
                "A token for an assertion that the client signs (RFC 7523), for a quarter of an hour.")
                .putObject("flows").putObject("clientCredentials");
        flow.put("tokenUrl", address.replaceFirst("/api/v1/?$", "") + "/oauth/token");
        ObjectNode scopes = flow.putObject("scopes");
        Arrays.stream(Scope.values()).forEach(scope -> scopes.put(scope.key(), scope.key()));
    }
}
