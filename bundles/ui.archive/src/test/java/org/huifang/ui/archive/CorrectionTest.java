// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.ui.archive.Looking.MARCH;
import static org.huifang.ui.archive.Looking.NOVEMBER;
import static org.huifang.ui.archive.Looking.SCHOOL;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CorrectionTest {
    @RegisterExtension
    static final Looking HERE = new Looking();

    private static String phone(UUID learner) {
        return HERE.phone(learner);
    }

    private static LearnerFile file(UUID learner) {
        return HERE.file(learner);
    }

    private static @Nullable String called(UUID learner) {
        return HERE.real.reachability().of(SCHOOL, List.of(learner), Set.of("revisit"), NOVEMBER).get(learner).points()
                .get("phone");
    }

    private static Correction now(UUID learner) {
        var file = file(learner);
        return new Correction(HERE.desk, learner, "phone", file.value("phone").orElse(null), file.conflicts("phone"));
    }

    private static List<Boolean> checks(UUID learner) {
        return HERE.facts(learner, Fact.ValueChecked.class).stream().map(Fact.ValueChecked::correct).toList();
    }

    @Test
    void what_a_colleague_hears_holds_and_is_called_though_the_learner_is_believed_more() {
        var wang = HERE.learner("Wang");
        var correction = now(wang);
        assertThat(correction.say("13900002222", Confidence.STATED)).isEqualTo(new Edited.Taken());
        assertThat(phone(wang)).isEqualTo("13900002222").isEqualTo(called(wang));
        assertThat(correction.above("13900002222")).isNull();
        assertThat(checks(wang)).as("the accuracy counts it").containsExactly(false);
        assertThat(correction.takeBack()).isEqualTo(new Edited.Taken());
        assertThat(phone(wang)).isEqualTo("13800001111").isEqualTo(called(wang));
    }

    @Test
    void another_spelling_is_no_mistake() {
        var zhao = HERE.learner("Zhao");
        now(zhao).say("+86 138-0000-1111", Confidence.STATED);
        now(zhao).say("１３８００００１１１１", Confidence.STATED);
        assertThat(checks(zhao)).isEmpty();
        now(zhao).say(phone(zhao), Confidence.VERIFIED);
        assertThat(checks(zhao)).containsExactly(true);
    }

    @Test
    void who_confirms_the_number_that_is_on_the_screen_does_not_bring_it_back_over_a_colleagues_change() {
        var sun = HERE.learner("Sun");
        var screen = now(sun);
        now(sun).say("13900003333", Confidence.STATED);
        assertThat(screen.say("13800001111", Confidence.VERIFIED)).isInstanceOf(Edited.ChangedMeanwhile.class);
        assertThat(phone(sun)).isEqualTo("13900003333");
        assertThat(checks(sun)).containsExactly(false);
    }

    @Test
    void taking_back_does_not_take_back_what_a_colleague_said_since() {
        var li = HERE.learner("Li");
        var correction = now(li);
        correction.say("13900004444", Confidence.STATED);
        now(li).say("13900005555", Confidence.STATED);
        assertThat(correction.takeBack()).isInstanceOf(Edited.ChangedMeanwhile.class);
        assertThat(phone(li)).isEqualTo("13900005555");
    }

    @Test
    void taking_back_says_again_what_staff_had_said_before_also_where_it_did_not_hold() {
        var he = HERE.learner("He");
        HERE.record("staff", new Fact.ValueSaid(he, "phone", "13900006666", Confidence.STATED, "staff:wu",
                MARCH.minusSeconds(60)));
        var correction = now(he);
        correction.say("13900007777", Confidence.STATED);
        assertThat(phone(he)).isEqualTo("13900007777");
        correction.takeBack();
        assertThat(phone(he)).isEqualTo("13800001111");
        assertThat(file(he).conflicts("phone")).extracting(FieldValue::value).containsExactly("13900006666");
    }

    @Test
    void a_value_of_a_source_that_the_school_believes_more_is_named_when_it_still_holds() {
        var qin = HERE.learner("Qin");
        HERE.record("import:1", new Fact.ValueSaid(qin, "phone", "13700009999", Confidence.STATED, "import:1", MARCH));
        HERE.real.keeping().rank(SCHOOL, List.of("import", "learner"));
        try {
            var correction = now(qin);
            assertThat(phone(qin)).isEqualTo("13700009999");
            correction.say("13900000000", Confidence.STATED);
            assertThat(correction.above("13900000000")).extracting(FieldValue::value).isEqualTo("13800001111");
        } finally {
            HERE.real.keeping().rank(SCHOOL, List.of("learner", "staff", "platform", "hook", "import"));
        }
    }
}
