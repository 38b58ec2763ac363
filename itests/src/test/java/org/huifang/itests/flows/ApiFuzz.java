// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sends what the description allows, and what it does not, to every operation of the API; the same for the same seed. */
final class ApiFuzz {
    /** @param sent how many requests @param statuses how often each was answered @param broken answers that may not be */
    record Report(int sent, Map<Integer, Integer> statuses, List<String> broken) {}

    private static final List<String> ODD = List.of("", " ", "0", "-1", "2147483648", "null", "true", "%00", "\u0000",
            "\ud83d\ude00", "\ufffe", "é", "王芳", "'; drop table x; --", "../../etc/passwd", "{}", "[]", "*",
            "a".repeat(900), "a".repeat(1_100), "1e309", "0001-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "%", "_",
            "\\", "\"", "\u202e", "00000000-0000-0000-0000-000000000000");
    private static final Pattern ID = Pattern
            .compile("\"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");
    private static final int MOST_IDS = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random;
    private final JsonNode document;
    private final URI base;
    private final String key;
    private final List<String> ids = new ArrayList<>();

    ApiFuzz(JsonNode document, URI base, String key, long seed) {
        this.document = document;
        this.base = base;
        this.key = key;
        this.random = new Random(seed);
    }

    /** Every operation so often, unless the time is over before. */
    Report run(int rounds, Duration most) throws IOException, InterruptedException {
        var statuses = new TreeMap<Integer, Integer>();
        var broken = new ArrayList<String>();
        long end = System.nanoTime() + most.toNanos();
        int sent = 0;
        for (int round = 0; round < rounds && System.nanoTime() < end; round++) {
            for (var path : document.get("paths").properties()) {
                for (var verb : path.getValue().properties()) {
                    var method = verb.getKey().toUpperCase(Locale.ROOT);
                    var request = request(method, path.getKey(), verb.getValue());
                    var answer = answer(request);
                    sent++;
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                    if (answer.statusCode() >= 500 || !verb.getValue().get("responses")
                            .has(String.valueOf(answer.statusCode()))) {
                        broken.add(method + " " + request.uri() + " -> " + answer.statusCode() + " " + answer.body());
                    }
                    harvest(answer);
                }
            }
        }
        return new Report(sent, statuses, broken);
    }

    /** Asked again once, because a kept connection may end just when it is used; what ends it each time fails. */
    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Later requests ask for what is there. */
    private void harvest(HttpResponse<String> answer) {
        if (answer.statusCode() < 300) {
            var found = ID.matcher(answer.body());
            while (found.find() && ids.size() < MOST_IDS) {
                ids.add(found.group(1));
            }
        }
    }

    private HttpRequest request(String method, String path, JsonNode operation) throws IOException {
        var address = path;
        var query = new StringBuilder();
        var request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + key);
        for (var parameter : operation.get("parameters")) {
            var name = parameter.get("name").asText();
            var where = parameter.get("in").asText();
            // nobody revokes the key that all requests are sent with
            var value = random.nextInt(3) == 0 || name.equals("client")
                    ? odd()
                    : value(parameter.get("schema"), 3).asText();
            if (where.equals("path")) {
                address = address.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
            } else if (where.equals("query") && random.nextBoolean()) {
                query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(encoded(value));
            } else if (where.equals("header") && random.nextInt(10) > 0) {
                request.header(name, value.matches("[!-~]{1,300}") ? value : "\"" + random.nextInt(100) + "\"");
            }
        }
        return request.uri(URI.create(base + address + query)).method(method, body(operation, request)).build();
    }

    private HttpRequest.BodyPublisher body(JsonNode operation, HttpRequest.Builder request) throws IOException {
        var content = operation.path("requestBody").path("content").properties().stream().findFirst();
        if (content.isEmpty()) {
            return HttpRequest.BodyPublishers.noBody();
        }
        request.header("Content-Type", content.get().getKey());
        var media = content.get().getValue();
        if (!content.get().getKey().contains("json")) {
            return HttpRequest.BodyPublishers.ofString(random.nextBoolean() ? media.get("example").asText() : odd());
        }
        return HttpRequest.BodyPublishers.ofString(switch (random.nextInt(6)) {
            case 0 -> odd();
            case 1 -> json.writeValueAsString(media.get("example"));
            case 2, 3 -> json.writeValueAsString(spoilt(value(media.get("schema"), 6)));
            default -> json.writeValueAsString(value(media.get("schema"), 6));
        });
    }

    /** Something that the schema allows. */
    private JsonNode value(JsonNode schema, int deep) {
        if (schema.has("$ref")) {
            return value(document.at(schema.get("$ref").asText().substring(1)), deep);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        for (var choice : List.of("enum", "oneOf")) {
            if (schema.has(choice)) {
                var one = schema.get(choice).get(random.nextInt(schema.get(choice).size()));
                return choice.equals("enum") ? one : value(one, deep);
            }
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, deep);
            case "array" -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (int i = random.nextInt(deep > 0 ? 3 : 1); i > 0; i--) {
                    array.add(value(schema.get("items"), deep - 1));
                }
                yield array;
            }
            case "integer" -> JsonNodeFactory.instance.numberNode(random.nextInt(4) == 0
                    ? random.nextInt()
                    : random.nextInt(schema.path("maximum").asInt(100)) + 1);
            case "number" -> JsonNodeFactory.instance.numberNode(random.nextDouble());
            case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            default -> JsonNodeFactory.instance.textNode(text(schema.path("format").asText()));
        };
    }

    private ObjectNode object(JsonNode schema, int deep) {
        var object = JsonNodeFactory.instance.objectNode();
        var needed = new ArrayList<String>();
        schema.path("required").forEach(one -> needed.add(one.asText()));
        for (var part : schema.path("properties").properties()) {
            if (needed.contains(part.getKey()) || random.nextBoolean()) {
                object.set(part.getKey(), value(part.getValue(), deep - 1));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            object.set(random.nextBoolean() ? "email" : odd(), value(schema.get("additionalProperties"), deep - 1));
        }
        return object;
    }

    private String text(String format) {
        return switch (format) {
            case "uuid" -> ids.isEmpty() || random.nextInt(4) == 0
                    ? new java.util.UUID(random.nextLong(), random.nextLong()).toString()
                    : ids.get(random.nextInt(ids.size()));
            case "date-time" -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + "T08:00:00Z";
            case "date" -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            default -> random.nextInt(3) == 0 ? odd() : "t" + random.nextInt(50);
        };
    }

    /** The same with one part that may not be so. */
    private JsonNode spoilt(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.putNull(name);
                case 2 -> object.put(name, odd());
                case 3 -> object.put("x" + odd(), 1);
                default -> object.set(name, spoilt(object.get(name)));
            }
            return object;
        }
        return random.nextBoolean()
                ? JsonNodeFactory.instance.textNode(odd())
                : JsonNodeFactory.instance.numberNode(random.nextLong());
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
