// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;
import org.junit.jupiter.api.Test;

class EditsTest {
    private final List<Node> nodes = List.of(
            new Node("a", Map.of("en", "Hello?"), List.of(new Branch(Map.of("en", "Yes"), "b"))),
            new Node("b", Map.of("en", "Bye"), List.of()));

    @Test
    void a_text_is_changed_in_one_language_of_one_node() {
        var changed = Edits.text("a", "zh-Hans", "您好？").apply(nodes);
        assertThat(changed.getFirst().texts()).isEqualTo(Map.of("en", "Hello?", "zh-Hans", "您好？"));
        assertThat(changed.getFirst().branches()).isEqualTo(nodes.getFirst().branches());
        assertThat(changed.getLast()).isEqualTo(nodes.getLast());
    }

    @Test
    void what_led_to_a_removed_node_leads_nowhere_and_keeps_its_words() {
        assertThat(Edits.removeNode("b").apply(nodes)).containsExactly(
                new Node("a", Map.of("en", "Hello?"), List.of(new Branch(Map.of("en", "Yes"), ""))));
    }

    @Test
    void answers_are_added_changed_led_elsewhere_and_removed() {
        var more = Edits.addBranch("a", "").apply(nodes);
        more = Edits.answer("a", 1, "en", "No").apply(more);
        more = Edits.target("a", 1, "a").apply(more);
        assertThat(more.getFirst().branches().getLast()).isEqualTo(new Branch(Map.of("en", "No"), "a"));
        assertThat(Edits.removeBranch("a", 1).apply(more)).isEqualTo(nodes);
    }

    @Test
    void a_node_moves_up_and_the_first_one_stays() {
        assertThat(Edits.earlier("b").apply(nodes)).extracting(Node::id).containsExactly("b", "a");
        assertThat(Edits.earlier("a").apply(nodes)).isEqualTo(nodes);
    }

    @Test
    void a_fresh_id_is_one_that_no_node_has() {
        assertThat(Edits.freshId(nodes)).isEqualTo("n1");
        assertThat(Edits.freshId(Edits.addNode("n1").apply(nodes))).isEqualTo("n2");
    }
}
