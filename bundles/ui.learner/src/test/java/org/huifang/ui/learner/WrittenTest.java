// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huifang.api.archive.PersonKey;
import org.junit.jupiter.api.Test;

class WrittenTest {
    @Test
    void records_lists_numbers_and_times_are_json() {
        assertThat(Written.json(new TreeMap<>(Map.of("keys", List.of(new PersonKey("hook:a", "王\"\\\n\u0001")), "n", 5,
                "at", Instant.EPOCH, "true", true)))).isEqualTo(
                        "{\"at\":\"1970-01-01T00:00:00Z\",\"keys\":[{\"source\":\"hook:a\",\"subject\":\"王\\\"\\\\\\n\\u0001\"}],\"n\":5,\"true\":true}");
    }

    @Test
    void what_people_wrote_is_no_markup_in_the_page_to_read() {
        assertThat(Written.html("A & B", "en", Map.of("note", "<script>alert(1)</script>"),
                Map.of("note", "Call note")))
                .contains("<title>A &amp; B</title>", "<h2>Call note</h2>", "&lt;script&gt;")
                .doesNotContain("<script>");
    }
}
