// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.huifang.rest.Described;
import org.huifang.rest.contract.Contract;
import org.huifang.rest.resources.LearnersResource;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Described DESCRIBED = new Described(
            Contract.of(resources(), "https://huifang.example/api/v1"));

    private static List<Class<?>> resources() {
        var folder = java.nio.file.Path.of(LearnersResource.class.getProtectionDomain().getCodeSource().getLocation()
                .getPath(), LearnersResource.class.getPackageName().replace('.', '/'));
        var all = new ArrayList<Class<?>>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Class<?> type = Class.forName(LearnersResource.class.getPackageName() + "."
                        + file.getFileName().toString().replace(".class", ""));
                if (type.isAnnotationPresent(Path.class)) {
                    all.add(type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static Stream<String> routes(String above, Resource resource) {
        String own = resource.getPath() == null ? "" : resource.getPath();
        String path = above + (own.startsWith("/") || own.isEmpty() ? own : "/" + own);
        return Stream.concat(resource.getResourceMethods().stream().map(method -> method.getHttpMethod() + " " + path),
                resource.getChildResources().stream().flatMap(child -> routes(path, child)));
    }

    @Test
    void every_route_that_jersey_serves_is_described_and_nothing_else_is() {
        var served = new TreeSet<String>();
        resources().forEach(type -> routes("", Resource.from(type)).forEach(served::add));
        var described = new TreeSet<String>();
        DESCRIBED.document().get("paths").properties().forEach(path -> path.getValue().fieldNames()
                .forEachRemaining(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(served).hasSizeGreaterThan(30);
    }

    @Test
    void every_operation_says_what_it_does_who_may_and_how_it_looks() {
        var ids = new ArrayList<String>();
        for (JsonNode path : DESCRIBED.document().get("paths")) {
            for (JsonNode operation : path) {
                var id = operation.get("operationId").asText();
                ids.add(id);
                assertThat(operation.get("summary").asText()).as(id).isNotBlank().isNotEqualTo(id);
                assertThat(operation.get("x-scope").asText()).as(id).isNotBlank();
                assertThat(operation.get("x-roles")).as(id).isNotEmpty();
                assertThat(operation.at("/x-codeSamples/0/source").asText()).as(id).startsWith("curl ")
                        .contains("$HUIFANG_KEY").doesNotContain("{learner}");
                operation.path("requestBody").path("content").properties().forEach(content -> {
                    var media = content.getKey();
                    assertThat(operation.get("x-codeSamples").findValuesAsText("source")).as(id)
                            .anyMatch(line -> line.contains("Content-Type: " + media + "'"));
                    if (media.startsWith("text/") || media.endsWith("json")) {
                        assertThat(content.getValue().has("example")).as(id).isTrue();
                        DESCRIBED.check(content.getValue().get("schema"), content.getValue().get("example"), id);
                    }
                });
                operation.get("responses").forEach(answer -> answer.path("content").properties().forEach(content -> {
                    if (content.getValue().has("example")) {
                        DESCRIBED.check(content.getValue().get("schema"), content.getValue().get("example"), id);
                    }
                }));
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(DESCRIBED.document().get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(DESCRIBED.document().findValuesAsText("$ref")).isNotEmpty().allSatisfy(
                reference -> assertThat(DESCRIBED.document().at(reference.substring(1)).isMissingNode()).as(reference)
                        .isFalse());
    }
}
