// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.script.Finding;
import org.huifang.api.script.Finding.Problem;
import org.huifang.api.script.Script;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Branch;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.api.script.ScriptVersion.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingTest {
    @ParameterizedTest
    @ValueSource(strings = {"first", "mid", "end"})
    void what_huifang_brings_is_sound_in_three_languages(String step) {
        ScriptVersion brought = Brought.version(step, Instant.EPOCH);
        assertThat(Checking.check(brought)).isEmpty();
        assertThat(brought.languages()).containsExactly("en", "zh-Hans", "zh-Hant");
        assertThat(brought.nodes()).hasSizeGreaterThan(8);
    }

    @Test
    void three_fixed_sentences_in_a_row_are_refused_and_the_third_is_shown() {
        String text = "您好。今天给您打电话是做回访。请您配合一下。好吗？";
        assertThat(check(node("a", text))).containsExactly(new Finding(Problem.COLD, "a", "zh-Hans", -1,
                text.indexOf("请您"), "请您配合一下。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"您好。今天给您打电话，{name}。请您配合一下。谢谢您。", "您好。现在方便吗？请您配合一下。谢谢您。", "您好。…… 谢谢您。！！"})
    void a_slot_or_a_question_breaks_the_row_and_marks_alone_are_not_said(String text) {
        assertThat(check(node("a", text))).isEmpty();
    }

    @Test
    void the_row_runs_on_over_an_only_way_and_ends_where_the_learner_chooses() {
        Node cold = node("a", "您好。我是回访员。", to("", "b"));
        assertThat(check(cold, node("b", "谢谢您。"))).containsExactly(new Finding(Problem.COLD, "b", "zh-Hans", -1, 0,
                "谢谢您。"));
        Node warm = node("a", "您好。我是回访员。", to("方便", "b"), to("不方便", "b"));
        assertThat(check(warm, node("b", "谢谢您。"))).isEmpty();
    }

    @Test
    void the_worst_way_into_a_node_counts_and_a_circle_ends_the_search() {
        var start = node("start", "您在听吗？", to("在", "loop"), to("不在", "end"));
        var loop = node("loop", "请稍等。", to("", "back"));
        var back = node("back", "马上好。", to("", "loop"));
        assertThat(check(start, loop, back, node("end", "{name}，再见。"))).extracting(Finding::problem)
                .contains(Problem.COLD, Problem.NEVER_ENDS);
    }

    @Test
    void a_slot_that_nobody_can_fill_is_shown_at_its_place() {
        assertThat(check(node("a", "您好，{name}，{nmae}。", to("{", "b")), node("b", "{姓名}，再见{。"))).containsExactly(
                new Finding(Problem.UNKNOWN_SLOT, "a", "zh-Hans", -1, 10, "{nmae}"),
                new Finding(Problem.UNKNOWN_SLOT, "a", "zh-Hans", 0, 0, "{"),
                new Finding(Problem.UNKNOWN_SLOT, "b", "zh-Hans", -1, 0, "{姓名}"),
                new Finding(Problem.UNKNOWN_SLOT, "b", "zh-Hans", -1, 7, "{"));
    }

    @Test
    void branches_that_lead_nowhere_and_nodes_that_nobody_reaches_are_found() {
        assertThat(check(node("a", "好吗？", to("好", "gone"), to("不好", "")), node("b", "再见。"))).containsExactly(
                new Finding(Problem.LEADS_NOWHERE, "a", "", 0, 0, "gone"),
                new Finding(Problem.LEADS_NOWHERE, "a", "", 1, 0, ""),
                new Finding(Problem.UNREACHABLE, "b", "", -1, 0, ""));
    }

    @Test
    void what_is_said_in_one_language_must_be_said_in_all_that_are_begun() {
        var first = new Node("a", Map.of("zh-Hans", "好吗？", "en", "Well?"),
                List.of(new Branch(Map.of("zh-Hans", "好", "en", "Yes"), "b"), new Branch(Map.of("zh-Hans", "不"), "b")));
        assertThat(check(first, node("b", "再见。"))).containsExactly(
                new Finding(Problem.MISSING_ANSWER, "a", "en", 1, 0, ""),
                new Finding(Problem.MISSING_TEXT, "b", "en", -1, 0, ""));
    }

    @Test
    void an_empty_script_and_two_nodes_of_one_name_are_refused() {
        assertThat(check()).extracting(Finding::problem).containsExactly(Problem.EMPTY);
        assertThat(check(node("a", " "))).extracting(Finding::problem).containsExactly(Problem.EMPTY);
        assertThat(check(node("a", "好吗？"), node("a", "再见。"))).extracting(Finding::problem)
                .containsExactly(Problem.SAME_ID);
    }

    @Test
    void a_sentence_with_nothing_to_fill_in_is_left_out_and_never_the_whole_text() {
        String text = "谢谢您。上次我们答应过您：{lastPromise}，先说进展。Version 2.5 is here. 顺利吗？";
        assertThat(Script.filled(text, Map.of("lastPromise", "寄发票 $1"))).contains("寄发票 $1，先说进展。");
        assertThat(Script.filled(text, Map.of("lastPromise", " "))).isEqualTo("谢谢您。Version 2.5 is here. 顺利吗？");
        assertThat(Script.filled("您好 {name}！", Map.of())).isEqualTo("您好！");
        assertThat(String.join("", Script.sentences(text + "\n第二行\n"))).isEqualTo(text + "\n第二行\n");
    }

    private static List<Finding> check(Node... nodes) {
        return Checking
                .check(new ScriptVersion(new UUID(1, 1), 1, "", "first", null, "", Status.DRAFT, List.of(nodes), 1,
                        Set.of(), Instant.EPOCH));
    }

    private static Node node(String id, String text, Branch... branches) {
        return new Node(id, Map.of("zh-Hans", text), List.of(branches));
    }

    private static Branch to(String answer, String to) {
        return new Branch(Map.of("zh-Hans", answer), to);
    }
}
