// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RevealTest {
    private static ApiServer api;

    @BeforeAll
    static void open() throws Exception {
        api = new ApiServer();
    }

    @AfterAll
    static void close() {
        api.close();
    }

    private static HttpRequest.Builder put(String path, String value) {
        return api.to(path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"value\": \"" + value + "\"}"));
    }

    @Test
    void staff_read_numbers_and_addresses_masked_and_in_full_for_a_reason_that_the_learner_sees() throws Exception {
        var told = api.post("/facts",
                "{\"facts\": [{\"kind\": \"Enrolled\", \"course\": \"de-a1\", \"person\": \"s-77\", "
                        + "\"name\": \"韩梅梅\", \"email\": \"mei@example.org\", \"at\": \"2026-08-30T08:00:00Z\"}]}");
        var path = "/learners/" + ApiServer.json(told).at("/learners/s-77").asText();
        assertThat(api.send(put(path + "/values/phone", "+8613912345678").header("If-None-Match", "*")).statusCode())
                .isEqualTo(204);
        assertThat(api.send(put(path + "/values/wechat", "meimei_99").header("If-None-Match", "*")).statusCode())
                .isEqualTo(204);
        api.employ("ann", Role.AGENT);
        for (var one : List.of(path, path + "/timeline", path + "/values/phone")) {
            assertThat(api.send(api.as("ann", one)).body()).as(one).contains("+86139****5678")
                    .doesNotContain("13912345678", "mei@example.org", "meimei_99");
            assertThat(api.get(one).body()).as("a program has a scope").contains("+8613912345678");
        }
        assertThat(api.send(api.as("ann", path)).body()).contains("m***@example.org", "m***");
        assertThat(revealed(path)).isEmpty();
        assertThat(api.send(api.as("ann", path + "?reason=curious")).statusCode()).isEqualTo(400);
        assertThat(api.send(api.as("ann", path + "/values/phone?reason=call")).body()).contains("+8613912345678");
        assertThat(revealed(path)).containsExactly("phone call");
        assertThat(api.send(api.as("ann", path + "?reason=check")).body()).contains("+8613912345678",
                "mei@example.org", "meimei_99");
        assertThat(revealed(path)).containsExactlyInAnyOrder("phone call", "phone check", "email check",
                "wechat check");
        assertThat(api.send(api.as("ann", path + "/timeline?reason=asked")).body()).contains("+8613912345678");
        assertThat(revealed(path)).contains("phone asked");
        assertThat(api.send(api.as("ann", path + "/values/name?reason=other")).statusCode()).isEqualTo(200);
        assertThat(revealed(path)).as("nothing was masked").noneMatch(one -> one.startsWith("name"));
    }

    private static List<String> revealed(String path) throws Exception {
        var looks = new ArrayList<String>();
        ApiServer.json(api.get(path + "/timeline")).get("items").forEach(entry -> {
            var fact = entry.get("fact");
            if (fact.get("kind").asText().equals("Revealed")) {
                assertThat(fact.get("author").asText()).startsWith("staff:");
                looks.add(fact.get("field").asText() + " " + fact.get("reason").asText());
            }
        });
        return looks;
    }
}
