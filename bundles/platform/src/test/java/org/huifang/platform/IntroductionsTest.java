// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.junit.jupiter.api.Test;

class IntroductionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final PersonKey LI = new PersonKey("platform:1", "li");
    private static final Identity NAMED = Identity.of("Li", "li@example.org");

    private final Introductions introductions = new Introductions();

    @Test
    void whoever_launches_again_is_introduced_once_in_four_hours_and_at_once_under_another_name() {
        assertThat(news(NAMED, NOW)).isEqualTo(NAMED);
        assertThat(news(NAMED, NOW)).as("nothing was recorded").isEqualTo(NAMED);
        introductions.told(TenantId.DEFAULT, LI, NAMED, NOW);
        assertThat(news(NAMED, NOW.plusSeconds(60))).isEqualTo(Identity.UNKNOWN);
        assertThat(introductions.news(new TenantId("other"), LI, NAMED, NOW)).as("another school").isEqualTo(NAMED);
        Identity married = Identity.of("Li Wang", "li@example.org");
        assertThat(news(married, NOW.plusSeconds(60))).isEqualTo(married);
        assertThat(news(NAMED, NOW.plus(Duration.ofHours(4)))).isEqualTo(NAMED);
    }

    private Identity news(Identity identity, Instant at) {
        return introductions.news(TenantId.DEFAULT, LI, identity, at);
    }
}
