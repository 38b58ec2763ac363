// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    @Test
    void the_database_keeps_pages_in_an_eighth_of_the_memory_within_bounds() throws IOException {
        assertThat(PageCache.ofTotal(512)).isEqualTo(128);
        assertThat(PageCache.ofTotal(4_096)).isEqualTo(512);
        assertThat(PageCache.ofTotal(64_000)).isEqualTo(2_048);
        assertThat(PageCache.megabytes()).as("of this machine").isBetween(128L, 2_048L);
    }
}
