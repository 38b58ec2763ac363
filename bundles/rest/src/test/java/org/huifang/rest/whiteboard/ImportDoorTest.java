// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportDoorTest {
    private static ApiServer api;

    @BeforeAll
    static void open() throws Exception {
        api = new ApiServer();
    }

    @AfterAll
    static void close() {
        api.close();
    }

    private static HttpResponse<String> sent(String media, String query, byte[] body) throws Exception {
        return api.send(api.to("/imports" + query).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", media).POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] school() throws IOException {
        return zip(Map.of("manifest.csv", """
                propertyName,value
                manifest.version,1.0
                oneroster.version,1.2
                file.users,bulk
                """, "users.csv", """
                sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName
                u1,,,true,wang,Fang,Wang
                """));
    }

    @Test
    void a_oneroster_package_is_taken_as_a_zip_and_begins_to_be_checked() throws Exception {
        var begun = sent("application/zip", "", school());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var run = ApiServer.json(begun);
        assertThat(run.get("format").asText()).isEqualTo("ONEROSTER");
        assertThat(run.get("state").asText()).isEqualTo("CHECKING");
        assertThat(run.get("list").asText()).isEqualTo("oneroster");
        assertThat(ApiServer.json(api.get("/imports/" + run.get("id").asText()))).isEqualTo(run);
        assertThat(ApiServer.json(sent("application/zip", "?list=campus", school())).get("list").asText())
                .isEqualTo("campus");
        assertThat(ApiServer.json(sent("text/csv", "", "id,name,email\ns-1,王芳,w@example.org\n"
                .getBytes(StandardCharsets.UTF_8))).get("list").asText()).isEqualTo("api");
    }

    @Test
    void what_is_no_package_or_no_such_kind_is_refused() throws Exception {
        assertThat(sent("application/zip", "", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(sent("application/zip", "", new byte[]{'P', 'K', 3, 4, 0, 0}).statusCode()).isEqualTo(422);
        assertThat(sent("application/zip", "", zip(Map.of("readme.txt", "hello"))).statusCode()).isEqualTo(422);
        for (var media : new String[]{"application/x-tar", "application/json", "application/octet-stream"}) {
            var refused = sent(media, "", school());
            assertThat(refused.statusCode()).as(media).isEqualTo(415);
            assertThat(refused.headers().firstValue("Connection")).as("nobody has read what was sent")
                    .hasValue("close");
        }
    }

    @Test
    void the_description_shows_how_each_kind_of_file_is_sent() throws Exception {
        var post = ApiServer.json(api.get("/openapi.json")).at("/paths/~1imports/post");
        assertThat(post.at("/requestBody/content").properties()).extracting(Map.Entry::getKey).containsExactly(
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip");
        assertThat(post.at("/requestBody/content/application~1zip/schema/type").isMissingNode()).isTrue();
        assertThat(post.get("x-codeSamples").findValuesAsText("source")).hasSize(3)
                .anyMatch(line -> line.contains("'Content-Type: application/zip' \\\n  --data-binary @oneroster.zip"));
    }
}
