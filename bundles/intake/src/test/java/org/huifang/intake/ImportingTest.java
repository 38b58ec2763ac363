// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.archive.RealArchive;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportingTest {
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final UUID ANNA = UUID.randomUUID();
    private static final String THREE = "姓名,手机,邮箱,学习目标\n王小明,13800138000,ming@example.org,口语\n李雷,13900139000,,考试\n韩梅梅,,mei@example.org,\n";

    private final TestDatabase database = TestDatabase.start();
    private final RealArchive real = new RealArchive(database);
    private final IntakeStore store = new IntakeStore(database);
    private final Announcer announcer = new Announcer();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final StoredIntake intake = new StoredIntake(store, announcer, name -> {}, () -> now);

    @AfterEach
    void close() {
        store.close();
        real.close();
        database.close();
    }

    private WorkOffImports job(LearnerArchive archive) {
        return new WorkOffImports(store, archive, real.keeping(), new RosterCourses(archive), announcer, () -> now);
    }

    private void work() {
        WorkOffImports job = job(real.archive());
        while (job.run()) {
            now = now.plusMillis(1);
        }
    }

    private ImportRun checked(String content) throws Exception {
        return checked(content, "list");
    }

    private ImportRun checked(String content, String list) throws Exception {
        now = now.plus(Duration.ofMinutes(1));
        ImportRun run = intake.upload(TENANT, ANNA, "名单.csv",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        intake.check(TENANT, run.id(), run.columns(), list);
        work();
        return now(run);
    }

    private ImportRun imported(String content) throws Exception {
        ImportRun run = checked(content);
        assertThat(run.state()).isEqualTo(ImportState.CHECKED);
        intake.start(TENANT, run.id());
        work();
        return now(run);
    }

    private ImportRun now(ImportRun run) {
        return intake.run(TENANT, run.id()).orElseThrow();
    }

    private List<String> names() {
        return real.archive().find(TENANT, "", null, 500).items().stream().map(file -> file.name()).toList();
    }

    private LearnerFile file(String name) {
        UUID id = real.archive().find(TENANT, "", null, 500).items().stream().filter(f -> f.name().equals(name))
                .findFirst().orElseThrow().id();
        return real.archive().file(TENANT, id).orElseThrow();
    }

    @Test
    void a_check_says_what_would_happen_and_writes_nothing_into_the_archive() throws Exception {
        ImportRun run = checked(THREE);
        assertThat(run.state()).isEqualTo(ImportState.CHECKED);
        assertThat(run.checked()).containsEntry(RowKind.CREATE, 3L);
        assertThat(ImportRun.sum(run.checked())).isEqualTo(run.rows()).isEqualTo(3);
        assertThat(names()).isEmpty();
    }

    @Test
    void a_run_opens_files_whose_values_name_the_import_as_their_source() throws Exception {
        ImportRun run = imported(THREE);
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(names()).containsExactlyInAnyOrder("王小明", "李雷", "韩梅梅");
        assertThat(file("王小明").value("goal")).hasValueSatisfying(value -> {
            assertThat(value.value()).isEqualTo("口语");
            assertThat(value.source()).isEqualTo("import:" + run.id());
            assertThat(value.author()).isEqualTo("staff:" + ANNA);
        });
    }

    @Test
    void the_same_file_ten_times_changes_nothing_more_than_once() throws Exception {
        imported(THREE);
        LearnerFile before = file("王小明");
        for (int i = 0; i < 9; i++) {
            ImportRun again = imported(THREE);
            assertThat(again.taken()).containsEntry(RowKind.UNCHANGED, 3L).containsEntry(RowKind.CREATE, 0L);
            assertThat(again.former()).isNotNull();
        }
        assertThat(names()).hasSize(3);
        LearnerFile after = file("王小明");
        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.others()).isEmpty();
        assertThat(after.keys()).as("one under which it was said again").containsAll(before.keys()).hasSize(2);
    }

    @Test
    void a_list_that_says_again_what_it_said_before_the_last_time_is_heard() throws Exception {
        imported("姓名,邮箱,学习目标\n李雷,li@example.org,口语\n");
        imported("姓名,邮箱,学习目标\n李雷,li@example.org,考试\n");
        ImportRun third = checked("姓名,邮箱,学习目标\n李雷,li@example.org,口语\n");
        assertThat(intake.samples(TENANT, third.id(), RowKind.CONFLICT)).as("against the value that holds")
                .extracting(RowFinding::value, RowFinding::detail).containsExactly(tuple("口语", "考试"));
        intake.start(TENANT, third.id());
        work();
        assertThat(file("李雷").value("goal").orElseThrow().value()).isEqualTo("口语");
        ImportRun same = imported("姓名,邮箱,学习目标\n李雷,li@example.org,口语\n");
        assertThat(same.taken()).containsEntry(RowKind.UNCHANGED, 1L);
    }

    @Test
    void two_lists_that_disagree_do_not_take_turns_with_each_import_that_says_nothing_new() throws Exception {
        imported("学号,邮箱,姓名,学习目标\n7,li@example.org,李雷,口语\n");
        ImportRun other = checked("邮箱,姓名,学习目标\nli@example.org,李雷,考试\n", "another list");
        intake.start(TENANT, other.id());
        work();
        ImportRun again = imported("学号,邮箱,姓名,学习目标\n7,li@example.org,李雷,口语\n");
        assertThat(again.taken()).containsEntry(RowKind.UNCHANGED, 1L);
        assertThat(file("李雷").value("goal").orElseThrow().value()).isEqualTo("考试");
        // and what it said again stays when its first import goes
        intake.undo(TENANT, other.id());
        work();
        assertThat(file("李雷").value("goal").orElseThrow().value()).isEqualTo("口语");
    }

    @Test
    void the_check_shows_the_value_that_holds_and_not_one_that_was_taken_back() throws Exception {
        ImportRun wrong = imported("姓名,邮箱,学习目标\n李雷,li@example.org,口误\n");
        intake.undo(TENANT, wrong.id());
        work();
        imported("姓名,邮箱,学习目标\n李雷,li@example.org,考试\n");
        ImportRun run = checked("姓名,邮箱,学习目标\n李雷,li@example.org,出国\n");
        assertThat(intake.samples(TENANT, run.id(), RowKind.CONFLICT)).extracting(RowFinding::detail)
                .containsExactly("考试");
    }

    @Test
    void an_undone_import_does_not_take_away_what_a_later_one_said_as_well() throws Exception {
        ImportRun first = imported("姓名,手机,邮箱,学习目标\n李雷,13900139000,li@example.org,口误\n韩梅梅,,mei@example.org,\n");
        ImportRun second = imported("姓名,手机,邮箱,学习目标\n李雷,13900139000,li@example.org,口语\n韩梅梅,,mei@example.org,\n");
        assertThat(second.taken()).containsEntry(RowKind.CONFLICT, 1L).containsEntry(RowKind.UNCHANGED, 1L);
        assertThat(file("李雷").value("phone").orElseThrow().source()).isEqualTo("import:" + first.id());
        intake.undo(TENANT, first.id());
        work();
        assertThat(names()).containsExactlyInAnyOrder("李雷", "韩梅梅");
        LearnerFile li = file("李雷");
        assertThat(li.value("phone").orElseThrow().value()).isEqualTo("13900139000");
        assertThat(li.value("email").orElseThrow().value()).isEqualTo("li@example.org");
        assertThat(li.value("goal").orElseThrow().value()).isEqualTo("口语");
        assertThat(file("韩梅梅").value("email").orElseThrow().value()).isEqualTo("mei@example.org");
        intake.undo(TENANT, second.id());
        work();
        assertThat(names()).isEmpty();
    }

    @Test
    void a_list_that_fails_again_and_again_has_failed_and_the_others_go_on_meanwhile() throws Exception {
        ImportRun bad = checked("姓名,手机\n坏,13800138000\n");
        ImportRun good = checked("姓名,手机\n李雷,13900139000\n");
        intake.start(TENANT, bad.id());
        now = now.plusMillis(1);
        intake.start(TENANT, good.id());
        WorkOffImports job = job(refuses("import:" + bad.id()));
        assertThatThrownBy(job::run).isInstanceOf(IllegalStateException.class);
        assertThat(job.run()).isTrue();
        assertThat(now(good).state()).isEqualTo(ImportState.DONE);
        assertThatThrownBy(job::run).isInstanceOf(IllegalStateException.class);
        assertThat(now(bad).state()).isEqualTo(ImportState.RUNNING);
        assertThatThrownBy(job::run).isInstanceOf(IllegalStateException.class);
        assertThat(now(bad).state()).isEqualTo(ImportState.FAILED);
        assertThat(now(bad).failure()).isEqualTo(FileRefused.Reason.BROKE_OFF);
        assertThat(job.run()).isFalse();
    }

    private LearnerArchive refuses(String source) {
        return (LearnerArchive) Proxy.newProxyInstance(LearnerArchive.class.getClassLoader(),
                new Class<?>[]{LearnerArchive.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Delivery told && told.source().equals(source)) {
                        throw new IllegalStateException("a value that the database does not take");
                    }
                    return method.invoke(real.archive(), arguments);
                });
    }

    @Test
    void lists_are_worked_on_in_turn_so_that_a_short_one_does_not_wait_for_a_long_one() throws Exception {
        String rows = IntStream.range(0, 1700).mapToObj(i -> "学员" + i + "," + (13800000000L + i))
                .collect(Collectors.joining("\n"));
        ImportRun big = checked("姓名,手机\n" + rows);
        ImportRun small = checked("姓名,手机\n李雷,13900139000\n");
        intake.start(TENANT, big.id());
        now = now.plusMillis(1);
        intake.start(TENANT, small.id());
        WorkOffImports job = job(real.archive());
        job.run();
        job.run();
        assertThat(now(small).state()).isEqualTo(ImportState.DONE);
        assertThat(now(big).state()).isEqualTo(ImportState.RUNNING);
        while (job.run()) {
            now = now.plusMillis(1);
        }
        assertThat(now(big).taken()).containsEntry(RowKind.CREATE, 1700L);
    }

    @Test
    void characters_that_no_database_takes_do_not_stop_a_list() throws Exception {
        ImportRun run = imported("姓名,手机,编号\n" + "x".repeat(5_000).replaceAll("(.{50})", "甲$1,,\n")
                + "\n李\0雷,139\00000139000,A\0\0017\n");
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(names()).contains("李雷");
    }

    @Test
    void a_phone_that_a_family_shares_does_not_make_one_person_of_two() throws Exception {
        imported(THREE);
        ImportRun run = imported("姓名,手机\n王大明,13800138000\n");
        assertThat(run.taken()).containsEntry(RowKind.CREATE, 1L);
        assertThat(intake.samples(TENANT, run.id(), RowKind.CREATE)).singleElement()
                .satisfies(found -> assertThat(found.reason()).isEqualTo(RowReason.POSSIBLY_SAME));
        assertThat(names()).contains("王小明", "王大明");
    }

    @Test
    void the_lists_own_id_finds_a_person_whose_name_and_phone_have_changed() throws Exception {
        imported("学号,姓名,手机\n7,王小明,13800138000\n");
        ImportRun run = imported("学号,姓名,手机\n7,王晓明,13700137000\n");
        assertThat(run.taken()).containsEntry(RowKind.CONFLICT, 1L);
        assertThat(real.archive().count(TENANT, "")).isOne();
        ImportRun other = checked("学号,姓名,手机\n7,别人,13600136000\n", "another list");
        assertThat(other.checked()).containsEntry(RowKind.CREATE, 1L);
    }

    @Test
    void what_a_list_adds_is_an_update_and_what_it_says_otherwise_a_conflict_with_what_stands_there() throws Exception {
        imported(THREE);
        ImportRun run = checked("姓名,手机,学习目标\n李雷,13900139000,出国\n");
        assertThat(run.checked()).containsEntry(RowKind.CONFLICT, 1L);
        assertThat(intake.samples(TENANT, run.id(), RowKind.CONFLICT)).containsExactly(
                new RowFinding(2, RowKind.CONFLICT, "李雷", "goal", "出国", RowReason.NONE, "考试"));
        ImportRun added = checked("姓名,邮箱,手机\n韩梅梅,mei@example.org,13600136000\n");
        assertThat(added.checked()).containsEntry(RowKind.UPDATE, 1L);
    }

    @Test
    void two_rows_of_one_person_are_said_so_across_chunks_and_every_row_is_counted() throws Exception {
        String list = "姓名,手机\n"
                + IntStream.range(0, 1200).mapToObj(i -> "学员" + i % 1100 + "," + (13800000000L + i % 1100))
                        .collect(Collectors.joining("\n"));
        ImportRun run = imported(list);
        assertThat(run.taken()).containsEntry(RowKind.CREATE, 1100L).containsEntry(RowKind.SKIPPED, 100L);
        assertThat(ImportRun.sum(run.taken())).isEqualTo(1200);
        assertThat(intake.samples(TENANT, run.id(), RowKind.SKIPPED).getFirst().detail()).isEqualTo("2");
        assertThat(real.archive().count(TENANT, "")).isEqualTo(1100);
    }

    @Test
    void rows_that_cannot_be_taken_are_listed_with_line_column_value_and_reason_and_the_others_are_taken()
            throws Exception {
        ImportRun run = imported("姓名,手机,生日\n王,1.38E+10,\n李,13900139000,3/4/2015\n赵,13700137000,2015-03-04\n孙,,\n");
        assertThat(run.taken()).containsEntry(RowKind.ERROR, 3L).containsEntry(RowKind.CREATE, 1L);
        assertThat(intake.errors(TENANT, run.id(), null, 100).items())
                .extracting(RowFinding::line, RowFinding::column, RowFinding::value, RowFinding::reason)
                .containsExactly(
                        tuple(2L, "手机", "1.38E+10", RowReason.DIGITS_LOST),
                        tuple(3L, "生日", "3/4/2015", RowReason.DATE_AMBIGUOUS),
                        tuple(5L, "", "", RowReason.NOBODY));
    }

    @Test
    void a_run_cut_off_between_the_archive_and_its_own_progress_goes_on_and_counts_each_row_once() throws Exception {
        String list = "姓名,手机\n" + IntStream.range(0, 1700).mapToObj(i -> "学员" + i + "," + (13800000000L + i))
                .collect(Collectors.joining("\n"));
        ImportRun run = checked(list);
        intake.start(TENANT, run.id());
        var deliveries = new AtomicInteger();
        WorkOffImports dying = job(recordsAndDies(deliveries));
        assertThat(dying.run()).isTrue();
        assertThatThrownBy(dying::run).isInstanceOf(ArchiveUnavailable.class);
        assertThat(now(run).state()).isEqualTo(ImportState.RUNNING);
        work();
        assertThat(now(run).taken()).containsEntry(RowKind.CREATE, 1700L).containsEntry(RowKind.UNCHANGED, 0L);
        assertThat(real.archive().count(TENANT, "")).isEqualTo(1700);
        intake.undo(TENANT, run.id());
        work();
        assertThat(now(run).undone()).isEqualTo(1700);
        assertThat(real.archive().count(TENANT, "")).isZero();
    }

    @Test
    void a_run_that_is_stopped_in_its_first_rows_can_be_taken_back_and_not_be_changed_unnoticed() throws Exception {
        ImportRun run = checked("姓名,手机\n" + IntStream.range(0, 300)
                .mapToObj(i -> "学员" + i + "," + (13800000000L + i)).collect(Collectors.joining("\n")));
        intake.start(TENANT, run.id());
        assertThatThrownBy(job(recordsAndDies(new AtomicInteger(6)))::run).isInstanceOf(ArchiveUnavailable.class);
        assertThat(intake.stop(TENANT, run.id()).state()).isEqualTo(ImportState.STOPPED);
        assertThat(real.archive().count(TENANT, "")).isPositive();
        assertThat(intake.back(TENANT, run.id()).state()).as("some rows are in").isEqualTo(ImportState.STOPPED);
        intake.undo(TENANT, run.id());
        work();
        assertThat(now(run).state()).isEqualTo(ImportState.UNDONE);
        assertThat(real.archive().count(TENANT, "")).isZero();
    }

    /** In the midst of the second chunk a delivery is recorded, and whoever delivered it never learns. */
    private LearnerArchive recordsAndDies(AtomicInteger deliveries) {
        return (LearnerArchive) Proxy.newProxyInstance(LearnerArchive.class.getClassLoader(),
                new Class<?>[]{LearnerArchive.class}, (proxy, method, arguments) -> {
                    if (deliveries.get() >= 7) {
                        throw new ArchiveUnavailable("dead", new IllegalStateException());
                    }
                    Object receipt = method.invoke(real.archive(), arguments);
                    if (deliveries.incrementAndGet() == 7) {
                        throw new ArchiveUnavailable("killed", new IllegalStateException());
                    }
                    return receipt;
                });
    }

    @Test
    void an_undone_import_leaves_what_others_said_and_hides_what_only_it_spoke_for() throws Exception {
        imported("姓名,手机,学习目标\n李雷,13900139000,考试\n");
        LearnerFile before = file("李雷");
        ImportRun second = imported("姓名,手机,学习目标\n李雷,13900139000,出国\n韩梅梅,13700137000,\n");
        assertThat(names()).containsExactlyInAnyOrder("李雷", "韩梅梅");
        intake.undo(TENANT, second.id());
        work();
        assertThat(now(second).state()).isEqualTo(ImportState.UNDONE);
        assertThat(names()).containsExactly("李雷");
        assertThat(file("李雷").value("goal")).isEqualTo(before.value("goal"));
    }

    @Test
    void an_undone_import_can_be_run_again_as_a_new_run() throws Exception {
        ImportRun first = imported(THREE);
        intake.undo(TENANT, first.id());
        work();
        assertThat(names()).isEmpty();
        ImportRun again = intake.again(TENANT, first.id(), ANNA).orElseThrow();
        intake.check(TENANT, again.id(), again.columns(), again.list());
        work();
        intake.start(TENANT, again.id());
        work();
        assertThat(names()).hasSize(3);
        assertThat(intake.runs(TENANT, null, 10).items()).extracting(ImportRun::state)
                .containsExactlyInAnyOrder(ImportState.UNDONE, ImportState.DONE);
    }

    @Test
    void a_file_is_kept_for_a_month_and_its_import_can_still_be_undone_then() throws Exception {
        ImportRun run = imported(THREE);
        now = now.plus(Duration.ofDays(31));
        new ForgetOldLists(store, () -> now).run();
        assertThat(now(run).fileKept()).isFalse();
        assertThat(intake.again(TENANT, run.id(), ANNA)).isEmpty();
        assertThatThrownBy(() -> intake.preview(TENANT, run.id())).isInstanceOf(FileRefused.class);
        intake.undo(TENANT, run.id());
        work();
        assertThat(names()).isEmpty();
    }

    @Test
    void another_tenant_sees_neither_the_import_nor_its_rows() throws Exception {
        ImportRun run = imported(THREE);
        var other = new TenantId("other");
        assertThat(intake.run(other, run.id())).isEmpty();
        assertThat(intake.runs(other, null, 10).items()).isEmpty();
        assertThat(intake.samples(other, run.id(), RowKind.CREATE)).isEmpty();
    }

    @Test
    void a_stopped_check_goes_back_to_its_columns_and_is_checked_anew() throws Exception {
        ImportRun run = intake.upload(TENANT, ANNA, "a.csv",
                new ByteArrayInputStream(THREE.getBytes(StandardCharsets.UTF_8)));
        intake.check(TENANT, run.id(), run.columns(), "");
        assertThat(intake.stop(TENANT, run.id()).state()).isEqualTo(ImportState.STOPPED);
        work();
        assertThat(intake.back(TENANT, run.id()).state()).isEqualTo(ImportState.COLUMNS);
        intake.check(TENANT, run.id(), List.of("name", "phone", "email", ""), "");
        work();
        assertThat(now(run).checked()).isEqualTo(Map.of(RowKind.CREATE, 3L, RowKind.UPDATE, 0L, RowKind.CONFLICT, 0L,
                RowKind.UNCHANGED, 0L, RowKind.SKIPPED, 0L, RowKind.ERROR, 0L));
    }
}
