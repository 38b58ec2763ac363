// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void a_package_is_named_with_its_range() {
        assertThat(Words.of("osgi.wiring.package",
                "(&(osgi.wiring.package=org.example.report)(version>=2.0.0)(!(version>=3.0.0)))"))
                .isEqualTo("the package org.example.report, version 2.0.0 or later and before 3.0.0");
    }

    @Test
    void a_package_without_a_range_is_named_alone() {
        assertThat(Words.of("osgi.wiring.package", "(osgi.wiring.package=org.example.report)"))
                .isEqualTo("the package org.example.report");
    }

    @Test
    void another_capability_is_named_with_its_namespace() {
        assertThat(Words.of("osgi.extender", "(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))"))
                .isEqualTo("the capability osgi.extender osgi.component, version 1.5.0 or later and before 2.0.0");
    }
}
