// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.learner;
import static org.huifang.archive.Course101.lesson;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Likeness;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.archive.Sought;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KeepingFilesTest {
    private static final Course101 HERE = new Course101();
    private static final String LI = "staff:li";

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static UUID enrol(String subject, String name) {
        return learner(HERE.record(subject + "-enrolled", enrolled(subject, name, MONDAY)), subject);
    }

    private static LearnerFile file(UUID learner) {
        return HERE.archive.file(TENANT, learner).orElseThrow();
    }

    private static String value(UUID learner, String field) {
        return file(learner).value(field).map(FieldValue::value).orElse("");
    }

    private static @Nullable Long seen(UUID learner, String field) {
        return file(learner).value(field).map(FieldValue::id).orElse(null);
    }

    private static Edited edit(UUID learner, String field, String value, @Nullable Long seen) {
        return HERE.keeping.edit(TENANT, new Edit(UUID.randomUUID(), learner, field, value, seen, Confidence.STATED,
                "staff", LI, day(3)));
    }

    private static void staff(Fact... facts) {
        HERE.archive.record(new Delivery(TENANT, "staff", UUID.randomUUID().toString(), List.of(facts)));
    }

    private static Receipt list(String run, String subject, @Nullable UUID file, Map<String, String> values) {
        return HERE.archive.record(new Delivery(TENANT, "import:" + run, subject, List.of(new Fact.PersonDescribed(
                new PersonKey("import:" + run, subject), file, values, Confidence.REPORTED, LI, day(1)))));
    }

    @Test
    void what_staff_hear_stands_above_what_a_platform_tells_and_the_loser_is_kept() {
        UUID anna = enrol("anna", "Anna Weber");
        assertThat(edit(anna, "email", "anna@home.example", seen(anna, "email"))).isEqualTo(new Edited.Taken());

        HERE.record("anna-again", enrolled("anna", "Anna Weber", day(5)));
        assertThat(value(anna, "email")).isEqualTo("anna@home.example");
        assertThat(file(anna).conflicts("email")).extracting(FieldValue::value, FieldValue::source)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("anna@example.org", Course101.SOURCE));
        assertThat(HERE.keeping.history(TENANT, anna, "email")).extracting(FieldValue::author).containsExactly(LI,
                Course101.SOURCE);
    }

    @Test
    void of_two_agents_the_second_sees_the_firsts_change_and_overwrites_nothing() {
        UUID ben = enrol("ben", "Ben");
        Long both = seen(ben, "phone");
        assertThat(edit(ben, "phone", "13800001111", both)).isEqualTo(new Edited.Taken());
        assertThat(edit(ben, "phone", "13900002222", both)).isInstanceOfSatisfying(Edited.ChangedMeanwhile.class,
                meanwhile -> assertThat(meanwhile.now().value()).isEqualTo("13800001111"));
        assertThat(value(ben, "phone")).isEqualTo("13800001111");
        assertThat(edit(ben, "goal", "英语考级", seen(ben, "goal"))).as("another field merges").isEqualTo(
                new Edited.Taken());
        assertThat(edit(ben, "phone", "13900002222", seen(ben, "phone"))).isEqualTo(new Edited.Taken());
        assertThat(HERE.keeping.history(TENANT, ben, "phone")).extracting(FieldValue::value)
                .containsExactly("13900002222", "13800001111");
    }

    @Test
    void below_the_value_that_holds_a_colleagues_change_is_not_overwritten_unseen_either() {
        UUID bo = enrol("bo", "Bo");
        say(bo, "learner", "goal", "exam", Confidence.STATED, day(1));
        Long holds = seen(bo, "goal");
        assertThat(edit(bo, "goal", "travel", holds)).isEqualTo(new Edited.Taken());
        assertThat(value(bo, "goal")).as("the learner is believed before staff").isEqualTo("exam");
        var unseen = new Edit(UUID.randomUUID(), bo, "goal", "work", holds, null, Confidence.STATED, "staff", LI,
                day(3));
        assertThat(HERE.keeping.edit(TENANT, unseen)).isInstanceOfSatisfying(Edited.ChangedMeanwhile.class,
                meanwhile -> assertThat(meanwhile.now().value()).isEqualTo("travel"));
        Long below = file(bo).conflicts("goal").getFirst().id();
        assertThat(HERE.keeping.edit(TENANT, new Edit(UUID.randomUUID(), bo, "goal", "work", holds, below,
                Confidence.STATED, "staff", LI, day(3)))).isEqualTo(new Edited.Taken());
    }

    private static void say(UUID learner, String source, String field, String value, Confidence confidence,
            Instant at) {
        HERE.archive.record(new Delivery(TENANT, source, UUID.randomUUID().toString(),
                List.of(new Fact.ValueSaid(learner, field, value, confidence, LI, at))));
    }

    @Test
    void what_was_verified_last_and_what_was_not_found_wrong_stand_above_what_is_believed_more() {
        UUID wei = enrol("wei", "Wei");
        say(wei, "learner", "phone", "13800001111", Confidence.STATED, day(1));
        say(wei, "staff", "phone", "13900002222", Confidence.VERIFIED, day(2));
        assertThat(phone(wei)).as("verified since").isEqualTo("13900002222");
        say(wei, "learner", "phone", "13700003333", Confidence.STATED, day(3));
        assertThat(phone(wei)).as("the learner said otherwise since").isEqualTo("13700003333");
        staff(new Fact.ValueChecked(wei, "phone", "137 0000 3333", false, LI, day(4)));
        assertThat(phone(wei)).as("found wrong").isEqualTo("13900002222");
        assertThat(file(wei).conflicts("phone")).extracting(FieldValue::value).containsExactly("13700003333");
        staff(new Fact.ValueChecked(wei, "phone", "137 0000 3333", true, LI, day(4)));
        assertThat(phone(wei)).as("the check was taken back").isEqualTo("13700003333");
        staff(new Fact.ValueChecked(wei, "phone", "13700003333", false, LI, day(5)));
        say(wei, "learner", "phone", "13700003333", Confidence.STATED, day(6));
        assertThat(phone(wei)).as("said again since").isEqualTo("13700003333");
    }

    /** As the file has it, and lists, and the file as of now. */
    private static String phone(UUID learner) {
        String phone = value(learner, "phone");
        assertThat(new ReachingPeople(HERE.store).of(TENANT, List.of(learner), java.util.Set.of("revisit"), day(9))
                .get(learner).points()).containsEntry("phone", phone);
        assertThat(HERE.keeping.asOf(TENANT, learner, recordedLast(learner).plusSeconds(60)).orElseThrow()
                .value("phone").orElseThrow().value()).isEqualTo(phone);
        return phone;
    }

    @Test
    void space_around_what_a_platform_tells_is_not_kept_and_another_spelling_is_no_conflict() {
        UUID xu = learner(HERE.record("xu-enrolled", new Fact.Enrolled(Course101.COURSE, Course101.person("xu"),
                Identity.of(" Xu Lin ", " Xu@Example.org"), CourseRole.LEARNER, MONDAY)), "xu");
        assertThat(value(xu, "email")).isEqualTo("Xu@Example.org");
        say(xu, "learner", "email", "xu@example.org", Confidence.STATED, day(1));
        say(xu, "learner", "phone", "+86 138 0000 7777", Confidence.STATED, day(1));
        say(xu, "staff", "phone", "13800007777", Confidence.STATED, day(1));
        assertThat(file(xu).others()).isEmpty();
    }

    @Test
    void an_edit_handed_in_twice_counts_once() {
        UUID cleo = enrol("cleo", "Cleo");
        var edit = new Edit(UUID.randomUUID(), cleo, "goal", "exam", null, Confidence.STATED, "staff", LI, day(1));
        assertThat(HERE.keeping.edit(TENANT, edit)).isEqualTo(new Edited.Taken());
        assertThat(HERE.keeping.edit(TENANT, edit)).isEqualTo(new Edited.Taken());
        assertThat(HERE.archive.timeline(TENANT, cleo, null, 50).items()).hasSize(2);
    }

    @Test
    void a_value_that_cannot_be_right_is_refused_and_changes_nothing() {
        UUID dora = enrol("dora", "Dora");
        Map.of("email", "dora", "phone", "ring me", "birthDate", "31.12.2001", "timeZone", "Mars/Base", "hours",
                "evenings", "colour", "blue").forEach(
                        (field, value) -> assertThat(edit(dora, field, value, seen(dora, field))).as(field)
                                .isInstanceOf(Edited.Refused.class));
        assertThat(HERE.archive.timeline(TENANT, dora, null, 50).items()).hasSize(1);
        assertThat(edit(UUID.randomUUID(), "goal", "x", null)).isEqualTo(new Edited.Unknown());
    }

    @Test
    void a_full_width_number_is_kept_in_plain_digits() {
        UUID emil = enrol("emil", "Emil");
        edit(emil, "phone", "１３８００００３３３３", null);
        assertThat(value(emil, "phone")).isEqualTo("13800003333");
    }

    @Test
    void merged_files_are_shown_as_one_and_a_split_gives_back_what_there_was() {
        UUID phone = enrol("fang-phone", "方晓明");
        UUID web = enrol("fang-web", "方晓明");
        HERE.record("fang-web-lesson", lesson("fang-web", 40, day(2)));
        edit(web, "phone", "13811112222", null);
        LearnerFile before = file(phone);
        LearnerFile other = file(web);
        long files = Course101.count(HERE.archive);

        staff(new Fact.Merged(phone, web, "same phone", LI, day(4)));
        LearnerFile merged = file(web);
        assertThat(merged).isEqualTo(file(phone));
        assertThat(merged.id()).isEqualTo(phone);
        assertThat(merged.parts()).containsExactly(phone, web);
        assertThat(merged.keys()).containsExactly(Course101.person("fang-phone"), Course101.person("fang-web"));
        assertThat(value(phone, "phone")).isEqualTo("13811112222");
        assertThat(HERE.archive.timeline(TENANT, phone, null, 50).items()).hasSize(5);
        assertThat(Course101.count(HERE.archive)).isEqualTo(files - 1);
        UUID course = before.enrolments().getFirst().course();
        assertThat(HERE.archive.roster(TENANT, course, null, 500).items()).extracting(RosterEntry::learner)
                .contains(phone).doesNotContain(web);
        assertThat(HERE.archive.roster(TENANT, course, List.of(web), null, 500).items())
                .as("a list of those in a group knows the file by its part").extracting(RosterEntry::learner)
                .containsExactly(phone);

        staff(new Fact.Split(phone, web, "two sisters", LI, day(5)));
        assertThat(file(phone)).isEqualTo(before);
        assertThat(file(web)).isEqualTo(other);
        assertThat(Course101.count(HERE.archive)).isEqualTo(files);
    }

    @Test
    void a_merge_of_merged_files_comes_apart_as_it_was_put_together() {
        UUID a = enrol("tree-a", "A");
        UUID b = enrol("tree-b", "B");
        UUID c = enrol("tree-c", "C");
        staff(new Fact.Merged(b, a, "", LI, day(1)), new Fact.Merged(c, b, "", LI, day(2)));
        assertThat(file(a).parts()).containsExactlyInAnyOrder(a, b, c);
        staff(new Fact.Split(c, b, "", LI, day(3)));
        assertThat(file(a).parts()).containsExactly(b, a);
        assertThat(file(c).parts()).containsExactly(c);
    }

    @Test
    void the_file_can_be_seen_as_it_was_known_then() {
        UUID gao = enrol("gao", "高远");
        UUID twin = enrol("gao-2", "高远");
        Instant first = recordedLast(gao);
        edit(gao, "name", "高原", seen(gao, "name"));
        HERE.record("gao-lesson", lesson("gao", 70, day(1)));
        staff(new Fact.Merged(gao, twin, "", LI, day(4)));

        LearnerFile then = HERE.keeping.asOf(TENANT, gao, first).orElseThrow();
        assertThat(then.name()).isEqualTo("高远");
        assertThat(then.enrolments().getFirst().progress()).isZero();
        assertThat(then.parts()).containsExactly(gao);
        assertThat(HERE.keeping.asOf(TENANT, gao, MONDAY)).as("not known yet").isEmpty();
        assertSame(HERE.keeping.asOf(TENANT, gao, recordedLast(gao).plusSeconds(60)).orElseThrow(), file(gao));
    }

    private static Instant recordedLast(UUID learner) {
        return HERE.archive.timeline(TENANT, learner, null, 50).items().stream().map(entry -> entry.recorded())
                .max(Instant::compareTo).orElseThrow();
    }

    static void assertSame(LearnerFile told, LearnerFile held) {
        assertThat(told).usingRecursiveComparison().ignoringCollectionOrder()
                .ignoringFieldsMatchingRegexes("(values|others)\\.(id|recorded)").isEqualTo(held);
    }

    @Test
    void an_import_that_is_taken_back_leaves_what_others_said_and_hides_what_it_opened() {
        UUID hanna = enrol("hanna", "Hanna");
        list("7", "row-1", hanna, Map.of("name", "Johanna", "phone", "0151 1234567"));
        UUID fresh = ((Receipt.Recorded) list("7", "row-2", null, Map.of("name", "Ivo"))).people()
                .get(new PersonKey("import:7", "row-2"));
        assertThat(value(hanna, "phone")).isEqualTo("0151 1234567");
        assertThat(value(hanna, "name")).as("a platform is believed before a list").isEqualTo("Hanna");
        assertThat(found("Ivo")).contains(fresh);

        for (String row : List.of("row-1", "row-2")) {
            HERE.archive.record(new Delivery(TENANT, "import:7", "undo-" + row,
                    List.of(new Fact.PersonWithdrawn(new PersonKey("import:7", row), LI, day(2)))));
        }
        assertThat(file(hanna).value("phone")).isEmpty();
        assertThat(file(hanna).conflicts("name")).isEmpty();
        assertThat(HERE.keeping.history(TENANT, hanna, "phone")).extracting(FieldValue::value).containsExactly("",
                "0151 1234567");
        assertThat(found("Ivo")).doesNotContain(fresh);
        assertThat(found("Hanna")).contains(hanna);
    }

    @Test
    void what_is_taken_back_is_gone_also_when_the_clock_of_who_said_it_goes_ahead() {
        UUID hanna = enrol("ahead", "Hanna");
        list("8", "row-1", hanna, Map.of("phone", "0151 7654321"));
        HERE.archive.record(new Delivery(TENANT, "import:8", "undo-ahead",
                List.of(new Fact.PersonWithdrawn(new PersonKey("import:8", "row-1"), LI, day(1).minusSeconds(5)))));
        assertThat(file(hanna).value("phone")).isEmpty();
    }

    @Test
    void of_what_an_import_opened_whatever_else_is_left_stays_to_be_found() {
        UUID child = enrol("iris", "Iris");
        UUID tagged = row("tagged", Map.of("name", "Tagged"));
        UUID guardian = row("guardian", Map.of("name", "Guardian"));
        UUID goal = row("goal", Map.of("name", "Goal"));
        UUID learning = row("learning", Map.of("name", "Learning"));
        staff(new Fact.Tagged(tagged, "vip", true, LI, day(1)),
                new Fact.Linked(child, guardian, org.huifang.api.archive.Relation.GUARDIAN, true, LI, day(1)));
        edit(goal, "goal", "travel", null);
        for (String row : List.of("tagged", "guardian", "goal", "learning")) {
            HERE.archive.record(new Delivery(TENANT, "import:8", "undo-" + row,
                    List.of(new Fact.PersonWithdrawn(new PersonKey("import:8", row), LI, day(5)))));
        }
        assertThat(found("")).contains(tagged, guardian, goal).doesNotContain(learning);
        HERE.archive.record(new Delivery(TENANT, "import:9", "learning-enrolled", List.of(new Fact.Enrolled(
                new CourseKey("import:9", "c"), new PersonKey("import:8", "learning"), Identity.UNKNOWN,
                CourseRole.LEARNER, day(6)))));
        assertThat(found("")).as("is in a course now").contains(learning);
    }

    private static UUID row(String subject, Map<String, String> values) {
        return ((Receipt.Recorded) list("8", subject, null, values)).people().get(new PersonKey("import:8", subject));
    }

    private static List<UUID> found(String name) {
        return HERE.archive.find(TENANT, name, null, 50).items().stream().map(LearnerSummary::id).toList();
    }

    @Test
    void two_files_with_one_number_are_proposed_until_somebody_decides() {
        UUID one = enrol("jia", "贾宝");
        UUID other = enrol("jia-2", "贾 宝");
        edit(one, "phone", "+86 137 0000 9999", null);
        edit(other, "phone", "13700009999", null);
        assertThat(alike(one)).containsExactly(org.assertj.core.groups.Tuple.tuple("phone", true));
        staff(new Fact.KeptApart(one, other, LI, day(1)));
        assertThat(alike(one)).isEmpty();
    }

    @Test
    void a_merge_that_is_taken_back_leaves_it_to_be_decided_whose_the_files_are() {
        UUID one = enrol("lan", "兰");
        UUID other = enrol("lan-2", "兰");
        edit(one, "phone", "13700008888", null);
        edit(other, "phone", "13700008888", null);
        staff(new Fact.Merged(one, other, "", LI, day(1)));
        staff(new Fact.Split(one, other, Fact.Split.UNDONE, LI, day(1)));
        assertThat(alike(one)).hasSize(1);
        staff(new Fact.Merged(one, other, "", LI, day(2)), new Fact.Split(one, other, "", LI, day(2)));
        assertThat(alike(one)).as("two people").isEmpty();
    }

    @Test
    void files_that_have_nothing_in_common_any_more_are_not_proposed() {
        UUID one = enrol("mei", "梅");
        UUID other = enrol("mei-2", "梅");
        edit(one, "phone", "13700006666", null);
        edit(other, "phone", "13700006666", null);
        assertThat(alike(one)).hasSize(1);
        edit(other, "phone", "13700006667", seen(other, "phone"));
        assertThat(alike(one)).isEmpty();
        assertThat(HERE.keeping.alike(TENANT, one)).isEmpty();
    }

    @Test
    void of_files_that_look_alike_no_more_than_a_thousand_pairs_are_counted() {
        var school = new TenantId("alike");
        List<Fact> people = IntStream.range(0, 505)
                .mapToObj(n -> (Fact) new Fact.PersonDescribed(new PersonKey("import:1", "p" + n), null,
                        Map.of("phone", "1380000" + (1000 + n / 5)), Confidence.REPORTED, LI, day(1)))
                .toList();
        HERE.archive.record(new Delivery(school, "import:1", "all", people));
        assertThat(HERE.keeping.alike(school)).as("101 groups of 5 are 1,010 pairs").isEqualTo(1_001);
    }

    private static List<org.assertj.core.groups.Tuple> alike(UUID learner) {
        return HERE.keeping.likenesses(TENANT, null, 500).items().stream()
                .filter(like -> like.one().equals(learner) || like.other().equals(learner))
                .map(like -> org.assertj.core.groups.Tuple.tuple(like.by(), like.sameName())).toList();
    }

    @Test
    void the_rows_of_a_list_find_their_files_by_key_then_address_then_number() {
        UUID kim = enrol("kim", "Kim Lee");
        edit(kim, "phone", "13612345678", null);
        List<List<Candidate>> found = HERE.keeping.candidates(TENANT, List.of(
                new Sought(Course101.person("kim"), "", "", ""), new Sought(null, "ＫＩＭ lee", "KIM@example.org", ""),
                new Sought(null, "Her mother", "", "+86 136-1234-5678"), new Sought(null, "Kim Lee", "", "")));
        assertThat(found.get(0)).contains(new Candidate(kim, Candidate.By.KEY, false));
        assertThat(found.get(1)).contains(new Candidate(kim, Candidate.By.EMAIL, true));
        assertThat(found.get(2)).contains(new Candidate(kim, Candidate.By.PHONE, false));
        assertThat(found.get(3)).isEmpty();
        assertThat(
                HERE.keeping.candidates(new TenantId("other"), List.of(new Sought(Course101.person("kim"), "", "", "")))
                        .getFirst())
                .isEmpty();
    }

    @Test
    void a_ranking_that_the_admin_sets_decides_which_source_is_shown() {
        TenantId school = new TenantId("ranking");
        UUID lena = tell(school, "platform:1", "Lena");
        HERE.archive.record(new Delivery(school, "hook:shop", "lena-shop", List.of(new Fact.PersonDescribed(
                new PersonKey("hook:shop", "lena"), lena, Map.of("name", "Helena"), Confidence.REPORTED, "hook:shop",
                day(1)))));
        assertThat(HERE.archive.file(school, lena).orElseThrow().value("name").orElseThrow().value()).isEqualTo("Lena");
        HERE.keeping.rank(school, List.of("hook:shop", "platform"));
        var job = new ReshowNames(HERE.store);
        while (job.run()) {
            assertThat(HERE.keeping.ranking(school)).containsExactly("hook:shop", "platform");
        }
        assertThat(HERE.archive.file(school, lena).orElseThrow().value("name").orElseThrow().value())
                .isEqualTo("Helena");
        assertThat(HERE.archive.find(school, "", null, 10).items()).extracting(LearnerSummary::name)
                .containsExactly("Helena");
        assertThatThrownBy(() -> HERE.keeping.rank(school, List.of("hook", "hook")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UUID tell(TenantId school, String source, String name) {
        var key = new PersonKey(source, "lena");
        Receipt receipt = HERE.archive.record(new Delivery(school, source, "lena", List.of(new Fact.Enrolled(
                new CourseKey(source, "c"), key, Identity.of(name, null), CourseRole.LEARNER, MONDAY))));
        return ((Receipt.Recorded) receipt).people().get(key);
    }

    @Test
    void a_fact_about_another_tenants_file_is_refused() {
        UUID mine = enrol("mona", "Mona");
        for (Fact fact : List.of(new Fact.ValueSaid(mine, "goal", "x", Confidence.STATED, LI, day(1)),
                new Fact.Merged(mine, mine, "", LI, day(1)), new Fact.Tagged(mine, "t", true, LI, day(1)),
                new Fact.PersonDescribed(new PersonKey("import:9", "1"), mine, Map.of(), Confidence.STATED, LI,
                        day(1)))) {
            assertThatThrownBy(() -> HERE.archive.record(new Delivery(new TenantId("stranger"), "staff",
                    UUID.randomUUID().toString(), List.of(fact)))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(HERE.archive.timeline(TENANT, mine, null, 50).items()).hasSize(1);
    }
}
