// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.Study;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.api.script.Script;
import org.huifang.api.script.Slots;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FillingTest {
    private static final Instant TALKED = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void a_person_is_addressed_as_they_want_to_be_and_by_name_otherwise() {
        assertThat(filled(file(Map.of("address", "王老师")), List.of())).containsEntry(Slots.NAME, "王老师");
        assertThat(filled(file(Map.of()), List.of())).containsEntry(Slots.NAME, "王小明");
    }

    @Test
    void course_progress_agent_and_last_contact_are_known_from_file_and_ledger() {
        assertThat(filled(file(Map.of("goal", "exam")), List.of(talked("")))).containsExactlyInAnyOrderEntriesOf(
                Map.of(Slots.NAME, "王小明", Slots.COURSE, "Calculus", Slots.PROGRESS, "40%", Slots.GOAL, "exam",
                        Slots.AGENT, "Ann", Slots.LAST_CONTACT, "November 2, 2026"));
    }

    @Test
    void a_promise_is_read_out_until_it_is_kept() {
        assertThat(filled(file(Map.of()), List.of(talked("send it"), promised(State.DUE))))
                .containsEntry(Slots.LAST_PROMISE, "send it");
        assertThat(filled(file(Map.of()), List.of(talked("send it"), promised(State.DONE))))
                .doesNotContainKey(Slots.LAST_PROMISE);
    }

    @Test
    void every_slot_that_scripts_may_name_is_filled_for_whom_everything_is_known() {
        assertThat(Filling.of(file(Map.of("goal", "x", "address", "y")), Owed.COURSE, List.of(granted(12)),
                List.of(talked("z"), promised(State.DUE)), "Ann", "晨光学校", "en-US", ZoneOffset.UTC))
                .containsOnlyKeys(Slots.ALL).containsEntry(Slots.SCHOOL, "晨光学校")
                .containsEntry(Slots.LESSONS_LEFT, "12");
    }

    @Test
    void lessons_of_another_course_and_a_school_without_a_name_are_not_spoken_of() {
        var elsewhere = new Study(Owed.id(9), granted(3).access(), null);
        for (var study : List.of(elsewhere, granted(null), new Study(Owed.COURSE, null, null))) {
            assertThat(Filling.of(file(Map.of()), Owed.COURSE, List.of(study), List.of(), "Ann", "", "en-US",
                    ZoneOffset.UTC)).doesNotContainKeys(Slots.LESSONS_LEFT, Slots.SCHOOL);
        }
    }

    @Test
    void one_is_back_in_the_script_where_one_was_as_far_as_it_still_leads_there() {
        var script = new Script(Owed.id(5), 1, "s", "first", null, "en", List.of(
                new Script.Node("a", "Hello.", List.of(new Script.Branch("yes", "b"))),
                new Script.Node("b", "Good.", List.of(new Script.Branch("on", "c"))),
                new Script.Node("c", "Bye.", List.of())));

        assertThat(ScriptRunner.walked(script, List.of())).containsExactly("a");
        assertThat(ScriptRunner.walked(script, List.of("a", "b", "c"))).containsExactly("a", "b", "c");
        assertThat(ScriptRunner.walked(script, List.of("a", "x", "c"))).containsExactly("a");
        assertThat(ScriptRunner.walked(script, List.of("old", "b"))).containsExactly("a");
    }

    private static Map<String, String> filled(LearnerFile file, List<Obligation> all) {
        return Filling.of(file, Owed.COURSE, List.of(), all, "Ann", "", "en-US", ZoneOffset.UTC);
    }

    private static Study granted(@Nullable Integer lessonsLeft) {
        return new Study(Owed.COURSE, new Fact.AccessGranted(new CourseKey("shop", "c"), new PersonKey("shop", "w"),
                null, TALKED, lessonsLeft, TALKED), null);
    }

    private static Obligation talked(String promise) {
        var promises = promise.isEmpty() ? List.<Promise>of() : List.of(new Promise(promise, Owed.NOW));
        return Owed.of(1, State.DUE, Kind.CALL, Origin.PLAN, "", null, List.of(new Attempt(Owed.id(7), Owed.id(1),
                Outcome.REACHED, "", null, TALKED, 0, List.of(), promises)));
    }

    private static Obligation promised(State state) {
        return Owed.of(2, state, Kind.CALL, Origin.PROMISE, "send it", null, List.of());
    }

    private static LearnerFile file(Map<String, String> values) {
        var all = Stream.concat(Stream.of(Map.entry("phone", "13812341234")), values.entrySet().stream())
                .map(each -> new FieldValue(1, each.getKey(), each.getValue(), "staff", "staff", Confidence.STATED,
                        TALKED, TALKED, null))
                .toList();
        return new LearnerFile(Owed.LEARNER, "王小明", all, List.of(),
                List.of(new Enrolment(Owed.COURSE, "Calculus", CourseRole.LEARNER, Stage.LEARNING, 40, TALKED, null,
                        null)),
                List.of(), List.of(Owed.LEARNER));
    }
}
