// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.huifang.api.archive.Fact;
import org.junit.jupiter.api.Test;

class FactKindTest {
    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isRecord()
                ? Stream.of(kind)
                : Arrays.stream(kind.getPermittedSubclasses()).flatMap(FactKindTest::records);
    }

    @Test
    void every_kind_of_fact_is_under_exactly_one_choice_of_the_timeline() {
        assertThat(records(Fact.class)).isNotEmpty().allSatisfy(fact -> assertThat(FactKind.values())
                .filteredOn(kind -> kind.facts().stream().anyMatch(each -> each.isAssignableFrom(fact)))
                .as(fact.getSimpleName()).hasSize(1));
    }
}
