// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.BlurNotifier.BlurEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier.FocusEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Move;
import org.huifang.ui.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedTextTest {
    /** Vaadin remembers it only as long as somebody else does. */
    private final UI page = new UI();
    private final List<Move.Written> saved = new ArrayList<>();
    private SharedText text = open();

    @BeforeEach
    void look() {
        text = open();
        text.show("broken", "Li");
    }

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    void what_a_colleague_wrote_is_shown_while_nobody_types() {
        text.show("too long", "Wang");
        assertThat(field().getValue()).isEqualTo("too long");
        assertThat(besides()).isFalse();
        leaveField();
        assertThat(saved).isEmpty();
    }

    @Test
    void what_was_typed_is_saved_on_leaving_with_what_was_seen() {
        type("broken again");
        leaveField();
        assertThat(saved).containsExactly(new Move.Written("broken again", "broken"));
        leaveField();
        assertThat(saved).hasSize(1);
    }

    @Test
    void what_is_being_typed_stays_and_is_saved_only_on_purpose_when_a_colleague_wrote_meanwhile() {
        type("broken aga");
        text.show("too long", "Wang");
        assertThat(field().getValue()).isEqualTo("broken aga");
        assertThat(besides()).isTrue();
        type("broken again");
        leaveField();
        assertThat(text.save()).isFalse();
        assertThat(saved).isEmpty();
        press("mine");
        assertThat(saved).containsExactly(new Move.Written("broken again", "too long"));
        assertThat(besides()).isFalse();
    }

    @Test
    void a_field_in_which_one_stands_is_not_changed_under_ones_hands() {
        ComponentUtil.fireEvent(field(), new FocusEvent<>(field(), true));
        text.show("too long", "Wang");
        assertThat(field().getValue()).isEqualTo("broken");
        assertThat(besides()).isTrue();
        leaveField();
        assertThat(field().getValue()).isEqualTo("too long");
        assertThat(saved).isEmpty();
    }

    @Test
    void the_colleagues_text_can_be_taken() {
        type("broken again");
        text.show("too long", "Wang");
        press("theirs");
        assertThat(field().getValue()).isEqualTo("too long");
        assertThat(text.save()).isTrue();
        assertThat(saved).isEmpty();
    }

    @Test
    void what_was_left_in_the_browser_does_not_replace_what_stands_in_the_ticket() {
        field().setValue("an older text");
        assertThat(besides()).isTrue();
        leaveField();
        assertThat(saved).isEmpty();
        press("theirs");
        assertThat(field().getValue()).isEqualTo("broken");
    }

    private SharedText open() {
        UI.setCurrent(page);
        ComponentUtil.setData(page, Viewer.class,
                new Viewer(TenantId.DEFAULT, UUID.randomUUID(), null, "Li", Set.of(), null));
        return new SharedText("Cause", "test", saved::add);
    }

    private TextArea field() {
        return below(text, TextArea.class).findFirst().orElseThrow();
    }

    /** As the browser tells it. */
    private void type(String typed) {
        try {
            field().getElement().getNode().getFeature(ElementPropertyMap.class).deferredUpdateFromClient("value", typed)
                    .run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void leaveField() {
        ComponentUtil.fireEvent(field(), new BlurEvent<>(field(), true));
    }

    private boolean besides() {
        return below(text, Button.class).anyMatch(SharedTextTest::seen);
    }

    private static boolean seen(Component component) {
        return component.isVisible() && component.getParent().map(SharedTextTest::seen).orElse(true);
    }

    private void press(String key) {
        below(text, Button.class).filter(button -> button.getText().contains(key)).findFirst().orElseThrow().click();
    }

    private static <T> Stream<T> below(Component root, Class<T> kind) {
        return Stream.concat(kind.isInstance(root) ? Stream.of(kind.cast(root)) : Stream.empty(),
                root.getChildren().flatMap(child -> below(child, kind)));
    }
}
