// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.ui.archive.Looking.SCHOOL;
import static org.huifang.ui.archive.Looking.below;
import static org.huifang.ui.archive.Looking.button;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.LearnerSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewFileTest {
    @RegisterExtension
    static final Looking HERE = new Looking();

    private final List<UUID> opened = new ArrayList<>();
    private NewFile form;

    @BeforeEach
    void open() {
        form = new NewFile(HERE.desk, opened::add, () -> {});
    }

    private void type(String label, String text) {
        field(label).setValue(text);
    }

    private TextField field(String label) {
        return below(form, TextField.class).filter(input -> input.getLabel().contains(label)).findFirst().orElseThrow();
    }

    private static List<LearnerSummary> named(String name) {
        return HERE.real.archive().find(SCHOOL, name, null, 10).items().stream()
                .filter(found -> found.name().equals(name)).toList();
    }

    @Test
    void a_file_is_opened_once_however_often_it_is_asked_for_and_says_who_opened_it() {
        type("name", "Newby One");
        type("phone", "139 0000 1234");
        button(form, "files.new.open").click();
        button(form, "files.new.open").click();
        assertThat(named("Newby One")).hasSize(1);
        assertThat(opened).hasSize(2).containsOnly(named("Newby One").getFirst().id());
        var file = HERE.file(named("Newby One").getFirst().id());
        assertThat(file.value("phone").orElseThrow()).satisfies(phone -> {
            assertThat(phone.value()).isEqualTo("139 0000 1234");
            assertThat(phone.source()).isEqualTo("staff");
        });
    }

    @Test
    void whoever_has_the_number_already_is_shown_before_a_second_file_is_opened() {
        var wang = HERE.learner("Wang");
        type("name", "Wang Fang");
        type("phone", "+86 138 0000 1111");
        button(form, "files.new.open").click();
        assertThat(named("Wang Fang")).isEmpty();
        assertThat(below(form, Anchor.class)).extracting(Anchor::getHref).anyMatch(to -> to.endsWith("files/" + wang));
        button(form, "files.new.anyway").click();
        assertThat(named("Wang Fang")).as("families share phones").hasSize(1);
    }

    @Test
    void what_cannot_be_is_said_beside_its_field_and_nothing_is_opened() {
        type("name", "Newby Two");
        type("email", "nowhere");
        button(form, "files.new.open").click();
        assertThat(field("email").isInvalid()).isTrue();
        assertThat(named("Newby Two")).isEmpty();
        type("email", "");
        type("name", " ");
        button(form, "files.new.open").click();
        assertThat(field("name").isInvalid()).isTrue();
    }
}
