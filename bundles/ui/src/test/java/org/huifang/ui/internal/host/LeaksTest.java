// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.data.binder.BeanPropertySet;
import org.junit.jupiter.api.Test;

class LeaksTest {
    /** A bean as a view would show. */
    public record Bean(String name) {}

    @Test
    void the_private_caches_of_this_version_of_vaadin_are_where_they_are_cleaned() {
        assertThatCode(Leaks::check).doesNotThrowAnyException();
    }

    @Test
    void a_property_set_is_forgotten() {
        var before = BeanPropertySet.get(Bean.class);

        Leaks.clean();

        assertThat(BeanPropertySet.get(Bean.class)).isNotSameAs(before);
    }
}
