// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @Test
    void a_number_keeps_its_beginning_and_its_last_four_digits() {
        assertThat(Mask.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Mask.phone("+8613812341234")).isEqualTo("+86138****1234");
    }

    @Test
    void a_short_number_shows_nothing() {
        assertThat(Mask.phone("1234567")).isEqualTo("****");
    }

    @Test
    void an_address_keeps_its_first_letter_and_its_domain() {
        assertThat(Mask.email("zhang.wei@example.org")).isEqualTo("z***@example.org");
        assertThat(Mask.email("不是地址")).isEqualTo("***");
    }

    @Test
    void of_a_file_all_that_reaches_a_person_is_masked_and_nothing_else_is() {
        assertThat(Mask.shown("wechat", "zhangwei_88")).isEqualTo("z***");
        assertThat(Mask.shown("phone", "13812341234")).isEqualTo("138****1234");
        assertThat(Mask.shown("email", "zhang.wei@example.org")).isEqualTo("z***@example.org");
        assertThat(Mask.shown("goal", "口语")).isEqualTo("口语");
        assertThat(Mask.shown("phone", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"王明,王*", "王小明,王*明", "欧阳小明,欧*明", "𠮷野家,𠮷*家", "Anna Maria Schmidt,Anna S.", "Anna,A*a", "王,*", "'',*"})
    void a_name_shows_that_it_is_somebody_and_not_who(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }
}
