// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huifang.api.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetItemsTest {
    private final List<String> asked = new ArrayList<>();
    private final KeysetItems<Integer> items = new KeysetItems<>(this::read);

    @Test
    void a_stretch_in_the_middle_reads_all_that_comes_before_it_once() {
        assertThat(items.fetch(100, 3)).containsExactly(100, 101, 102);
        assertThat(items.fetch(50, 2)).containsExactly(50, 51);

        assertThat(asked).hasSize(1);
    }

    @Test
    void after_the_last_item_there_is_nothing() {
        assertThat(items.fetch(1_198, 50)).containsExactly(1_198, 1_199);
        assertThat(items.fetch(1_200, 50)).isEmpty();
    }

    @Test
    void far_down_each_stretch_costs_one_page_and_going_back_to_the_top_too() {
        var many = new KeysetItems<Integer>((after, limit) -> {
            asked.add(after + ":" + limit);
            int from = after == null ? 0 : Integer.parseInt(after);
            return new Page<>(IntStream.range(from, from + limit).boxed().toList(), Integer.toString(from + limit));
        });
        for (int offset = 0; offset < 5_000; offset += 50) {
            assertThat(many.fetch(offset, 50)).containsExactlyElementsOf(
                    IntStream.range(offset, offset + 50).boxed().toList());
        }
        assertThat(asked).hasSize(100);
        assertThat(many.fetch(0, 50)).startsWith(0).hasSize(50);
        assertThat(asked).as("the top was forgotten and is read once more").hasSize(101);
        assertThat(many.fetch(2_525, 50)).startsWith(2_525).hasSize(50);
        assertThat(asked).hasSize(103);
    }

    private Page<Integer> read(@Nullable String after, int limit) {
        asked.add(after + ":" + limit);
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(1_200, from + limit);
        return new Page<>(IntStream.range(from, to).boxed().toList(), to == 1_200 ? null : Integer.toString(to));
    }
}
