// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyListTest {
    @Test
    void keys_of_one_action_are_named_as_a_range_and_arrows_as_arrows() {
        assertThat(KeyList.named(List.of("1", "2", "3"))).isEqualTo("1–3");
        assertThat(KeyList.named(List.of("ArrowDown"))).isEqualTo("↓");
        assertThat(KeyList.named(List.of("Ctrl+Enter"))).isEqualTo("Ctrl+Enter");
    }
}
