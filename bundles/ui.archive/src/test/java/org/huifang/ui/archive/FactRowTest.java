// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.ui.archive.Looking.MARCH;
import static org.huifang.ui.archive.Looking.below;
import static org.huifang.ui.archive.Looking.button;

import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FactRowTest {
    @RegisterExtension
    static final Looking HERE = new Looking();

    private static FactRow open(UUID learner) {
        var row = new FactRow(HERE.desk, learner, "phone", () -> {});
        refresh(row, learner);
        row.toggle();
        return row;
    }

    private static void refresh(FactRow row, UUID learner) {
        var file = HERE.file(learner);
        row.show(file.value("phone").orElse(null), file.conflicts("phone"));
    }

    private static void colleague(UUID learner, String phone) {
        var file = HERE.file(learner);
        new Correction(HERE.desk, learner, "phone", file.value("phone").orElse(null), file.conflicts("phone"))
                .say(phone, Confidence.STATED);
    }

    @Test
    void what_is_confirmed_is_what_the_screen_shows_after_a_colleagues_change() {
        var wang = HERE.learner("Wang");
        var row = open(wang);
        colleague(wang, "13900002222");
        button(row, "files.fact.right").click();
        assertThat(HERE.phone(wang)).as("the change has not arrived").isEqualTo("13900002222");
        refresh(row, wang);
        button(row, "files.fact.right").click();
        assertThat(HERE.file(wang).value("phone").orElseThrow()).extracting(FieldValue::value, FieldValue::confidence)
                .containsExactly("13900002222", Confidence.VERIFIED);
        assertThat(HERE.facts(wang, Fact.ValueChecked.class)).extracting(Fact.ValueChecked::value)
                .containsExactly("13900002222", "13800001111");
    }

    @Test
    void who_opens_a_masked_number_and_saves_changes_nothing() {
        var zhao = HERE.learner("Zhao");
        colleague(zhao, "13900003333");
        int facts = HERE.facts(zhao, Fact.class).size();
        var row = open(zhao);
        assertThat(below(row, TextField.class).findFirst().orElseThrow().getValue()).isEmpty();
        button(row, "files.fact.save").click();
        assertThat(HERE.phone(zhao)).isEqualTo("13900003333");
        assertThat(HERE.facts(zhao, Fact.class)).hasSize(facts);
        row.toggle();
        button(row, "files.fact.remove").click();
        assertThat(HERE.phone(zhao)).as("what staff said is taken back on purpose").isEqualTo("13800001111");
    }

    @Test
    void the_one_that_is_kept_after_a_check_holds() {
        var sun = HERE.learner("Sun");
        HERE.record("hook:shop", new Fact.ValueSaid(sun, "phone", "13700004444", Confidence.REPORTED, "hook:shop",
                MARCH));
        var row = new FactRow(HERE.desk, sun, "phone", () -> {});
        refresh(row, sun);
        button(row, "files.fact.keep").click();
        assertThat(HERE.phone(sun)).isEqualTo("13700004444");
    }
}
