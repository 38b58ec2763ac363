// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class ComponentsCheckTest {
    @Test
    void the_reason_is_what_the_constructor_threw_and_neither_the_call_by_reflection_nor_what_lies_below() {
        var thrown = new IllegalStateException("bring back the file that belongs to this database",
                new IllegalArgumentException("tag mismatch"));
        assertThat(ComponentsCheck.reason(trace(new InvocationTargetException(thrown))))
                .isEqualTo("java.lang.IllegalStateException: bring back the file that belongs to this database");
    }

    @Test
    void what_was_thrown_elsewhere_is_its_own_reason() {
        assertThat(ComponentsCheck.reason(trace(new IllegalStateException("no", new RuntimeException("below")))))
                .isEqualTo("java.lang.IllegalStateException: no");
        assertThat(ComponentsCheck.reason("")).isEqualTo("no reason was given");
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
