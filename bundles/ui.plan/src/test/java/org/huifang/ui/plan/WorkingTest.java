// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.ui.parts.ErrorNotice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkingTest {
    private static final class Form extends Composite<Div> {
        private static final long serialVersionUID = 1L;

        private final Button button = new Button("Save");

        private Form() {
            getContent().add(button);
        }
    }

    /** Vaadin remembers it only as long as somebody else does. */
    private final UI page = new UI();
    private final List<String> told = new ArrayList<>();
    private final Form form = new Form();
    private final Working working = new Working(() -> "All", free -> form.getElement().setEnabled(free),
            () -> told.add("unsure"));

    @BeforeEach
    void look() {
        UI.setCurrent(page);
        page.add(working, form);
    }

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    void until_it_ends_nothing_can_be_changed() {
        working.begin("Publishing");

        assertThat(working.isVisible()).isTrue();
        assertThat(form.button.isEnabled()).isFalse();
        assertThat(form.button.getElement().hasAttribute("disabled")).isTrue();
        working.end(() -> told.add("live"));
        assertThat(told).containsExactly("live");
        assertThat(working.isVisible()).isFalse();
        assertThat(form.button.isEnabled()).isTrue();
        assertThat(form.button.getElement().hasAttribute("disabled")).isFalse();
    }

    @Test
    void after_a_failure_the_plan_is_read_again_and_can_be_changed_and_the_page_says_so() {
        working.begin("Publishing");
        working.end(working::fail);

        assertThat(told).containsExactly("unsure");
        assertThat(form.button.isEnabled()).isTrue();
        assertThat(working.isVisible()).isTrue();
        assertThat(below(working)).hasAtLeastOneElementOfType(ErrorNotice.class);
        working.begin("Publishing");
        assertThat(below(working)).doesNotHaveAnyElementsOfTypes(ErrorNotice.class);
    }

    @Test
    void what_fails_while_one_looks_at_something_else_is_not_said_where_nobody_sees_it() {
        working.begin("Taking it back");
        page.remove(working);
        working.end(working::fail);

        assertThat(working.away()).isTrue();
        assertThat(working.isVisible()).isFalse();
        assertThat(below(working)).doesNotHaveAnyElementsOfTypes(ErrorNotice.class);
        assertThat(working.named("live")).as("a notice beside another plan").isNotEqualTo("live");
        page.add(working);
        assertThat(working.away()).isFalse();
        assertThat(working.named("live")).isEqualTo("live");
    }

    @Test
    void what_comes_meanwhile_from_a_notice_waits_for_the_end_of_what_goes_on() {
        working.after(() -> told.add("at once"));
        working.begin("Publishing");
        working.after(() -> {
            told.add("first");
            working.begin("Taking it back");
        });
        working.after(() -> told.add("second"));
        assertThat(told).containsExactly("at once");

        working.end(() -> told.add("live"));

        assertThat(told).containsExactly("at once", "live", "first");
        working.end(() -> told.add("back"));
        assertThat(told).containsExactly("at once", "live", "first", "back", "second");
    }

    private static List<Component> below(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(child -> below(child).stream())).toList();
    }
}
