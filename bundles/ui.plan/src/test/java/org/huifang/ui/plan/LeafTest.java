// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huifang.api.revisit.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeafTest {
    @ParameterizedTest
    @EnumSource(Leaf.class)
    void what_is_made_of_a_condition_is_read_as_the_same(Leaf leaf) {
        var made = leaf.make(Math.max(leaf.least(), 2), 90);
        var numbers = Leaf.numbers(made);

        assertThat(Leaf.of(made)).contains(leaf);
        assertThat(numbers.isEmpty()).isNotEqualTo(leaf.numbered());
        assertThat(leaf.make(numbers.isEmpty() ? 0 : numbers.getFirst(), numbers.isEmpty() ? 0 : numbers.getLast()))
                .isEqualTo(made);
    }

    @ParameterizedTest
    @EnumSource(Leaf.class)
    void a_condition_begins_with_numbers_that_its_fields_take(Leaf leaf) {
        assertThat(Leaf.numbers(leaf.usual())).allMatch(number -> number >= leaf.least() && number <= leaf.most());
    }

    @Test
    void what_is_made_of_others_is_not_simple() {
        var simple = Leaf.COMPLAINED.usual();

        assertThat(List.of(new When.All(List.of(simple)), new When.Any(List.of()), new When.Not(simple)))
                .allMatch(when -> Leaf.of(when).isEmpty());
    }
}
