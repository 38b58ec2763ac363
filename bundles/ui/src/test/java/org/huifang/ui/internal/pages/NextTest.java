// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "https:evil.example", "\\\\evil.example",
            "/\\evil.example", "javascript:alert(1)", "today\nSet-Cookie:x", "login", "login?next=login", "%2f%2fevil",
            "/ /evil.example", ".//evil.example", "today//evil.example"})
    void nobody_is_sent_to_another_site(String wanted) {
        assertThat(Next.of(Map.of("next", List.of(wanted)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "files/8c1f?tab=facts&at=2026-03-01", "admin/bundles", "ledger?node=first"})
    void a_path_inside_is_kept(String wanted) {
        assertThat(Next.of(Map.of("next", List.of(wanted)))).isEqualTo(wanted);
    }

    @Test
    void without_a_wish_the_start_page_follows() {
        assertThat(Next.of(Map.of())).isEmpty();
    }
}
