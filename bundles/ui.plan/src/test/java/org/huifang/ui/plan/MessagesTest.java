// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern FIELD = Pattern.compile("\\[[a-z]+]");

    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(PlansView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_status_choice_and_condition_has_words() throws IOException {
        assertThat(messages(Locale.ENGLISH).keySet()).containsAll(keys("plans.status.", PlanVersion.Status.values()))
                .containsAll(keys("plans.past.", PastSteps.How.values()));
        for (var prefix : List.of("triggers.leaf.", "triggers.sentence.", "triggers.says.")) {
            assertThat(messages(Locale.ENGLISH).keySet())
                    .containsAll(Arrays.stream(Leaf.values()).map(leaf -> prefix + leaf.key()).toList());
        }
    }

    @Test
    void a_sentence_has_the_same_fields_in_each_language() throws IOException {
        for (var locale : MessageFiles.LOCALES) {
            assertThat(fields(messages(locale))).isEqualTo(fields(messages(Locale.ENGLISH)));
        }
        assertThat(fields(messages(Locale.ENGLISH)).get("plans.sentence.plain")).containsExactly("[anchor]", "[due]",
                "[kind]", "[minutes]", "[notice]", "[opens]");
    }

    @Test
    void a_plan_may_be_published_for_nobody_one_or_many() throws IOException {
        var busy = new MessageFormat(messages(Locale.ENGLISH).get("plans.publish.busy"), Locale.ENGLISH);

        assertThat(busy.format(new Object[]{0})).startsWith("Publishing: no learners are brought");
        assertThat(busy.format(new Object[]{1})).startsWith("Publishing: 1 learner is brought");
        assertThat(busy.format(new Object[]{1_200})).startsWith("Publishing: 1,200 learners are brought");
    }

    private static Map<String, List<String>> fields(Map<String, String> messages) {
        var found = new TreeMap<String, List<String>>();
        messages.forEach((key, text) -> found.put(key,
                FIELD.matcher(text).results().map(MatchResult::group).sorted().toList()));
        return found;
    }

    private static Map<String, String> messages(Locale locale) throws IOException {
        return MessageFiles.read(PlansView.class.getClassLoader().getResource(MessageFiles.path(locale)));
    }

    private static List<String> keys(String prefix, Object... names) {
        return Stream.of(names).map(name -> prefix + name.toString().toLowerCase(Locale.ROOT)).toList();
    }
}
