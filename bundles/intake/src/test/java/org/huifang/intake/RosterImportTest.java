// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Stage;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RosterRecord;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.archive.RealArchive;
import org.huifang.calendar.CalendarStore;
import org.huifang.calendar.StoredCalendars;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RosterImportTest {
    private static final UUID ANNA = UUID.randomUUID();
    private static final String SPRING = "2026-02-20T00:00:00Z";
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final RealArchive REAL = new RealArchive(DATABASE);
    private static final IntakeStore STORE = new IntakeStore(DATABASE);

    private final Announcer announcer = new Announcer();
    private final Map<String, CourseKey> onPlatforms = new HashMap<>();
    private final RosterCourses courses = new RosterCourses(REAL.archive(), (school, ids) -> onPlatforms.entrySet()
            .stream().filter(one -> ids.contains(one.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    private TenantId tenant = new TenantId("s" + UUID.randomUUID());
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final StoredIntake intake = new StoredIntake(STORE, announcer, name -> {}, () -> now);
    private final WorkOffImports job = new WorkOffImports(STORE, REAL.archive(), REAL.keeping(), courses, announcer,
            () -> now);

    @AfterEach
    void settle() {
        job.close();
    }

    @AfterAll
    static void close() {
        STORE.close();
        REAL.close();
        DATABASE.close();
    }

    private void work() {
        while (job.run()) {
            now = now.plusMillis(1);
        }
    }

    private ImportRun checked(InputStream zip) throws Exception {
        now = now.plus(Duration.ofMinutes(1));
        ImportRun run = intake.upload(tenant, ANNA, "roster.zip", zip);
        assertThat(run.format()).isEqualTo(Format.ONEROSTER);
        intake.check(tenant, run.id(), List.of(), run.list());
        work();
        return intake.run(tenant, run.id()).orElseThrow();
    }

    private ImportRun imported(Package files) throws Exception {
        ImportRun run = checked(files.zip());
        assertThat(run.state()).isEqualTo(ImportState.CHECKED);
        intake.start(tenant, run.id());
        work();
        return intake.run(tenant, run.id()).orElseThrow();
    }

    private List<LearnerFile> files() {
        return REAL.archive().find(tenant, "", null, 500).items().stream()
                .map(one -> REAL.archive().file(tenant, one.id()).orElseThrow()).toList();
    }

    /** Who belongs where, as what. */
    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        for (LearnerFile file : files()) {
            file.enrolments().stream().filter(one -> one.stage() != Stage.LEFT)
                    .forEach(one -> places.add(file.name() + " " + one.courseTitle() + " " + one.role()));
        }
        return places;
    }

    private List<RowFinding> errors(ImportRun run) {
        return intake.errors(tenant, run.id(), null, 100).items();
    }

    @Test
    void a_zip_is_known_by_its_manifest_and_its_check_writes_into_no_file() throws Exception {
        ImportRun run = checked(Package.school(SPRING).zip("export 2026/"));
        assertThat(run.checked()).containsEntry(RowKind.CREATE, 3L).containsEntry(RowKind.UPDATE, 5L)
                .containsEntry(RowKind.SKIPPED, 1L).containsEntry(RowKind.ERROR, 0L)
                .containsEntry(RowKind.UNCHANGED, 6L);
        assertThat(intake.samples(tenant, run.id(), RowKind.SKIPPED)).singleElement()
                .returns(RowReason.NOT_OF_A_CLASS, RowFinding::reason).returns(5L, RowFinding::line);
        assertThat(files()).isEmpty();
        assertThat(REAL.archive().courses(tenant)).isEmpty();
        assertThat(intake.preview(tenant, run.id()).rows()).contains(List.of("source.systemName", "Campus SIS"),
                List.of("file.users", "bulk"));
    }

    @Test
    void classes_become_courses_and_those_who_belong_to_them_come_in_as_what_they_are() throws Exception {
        ImportRun run = imported(Package.school(SPRING));
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.taken()).isEqualTo(run.checked());
        assertThat(places()).containsExactly("Lei Li Chinese 1A INSTRUCTOR", "Mia Weber Chinese 1A LEARNER",
                "王小明 Chinese 1A LEARNER");
        assertThat(REAL.archive().courses(tenant)).extracting("title", "learners")
                .containsExactly(tuple("Chinese 1A", 2), tuple("Chinese 1B", 0));
        LearnerFile ming = files().stream().filter(file -> file.name().equals("王小明")).findFirst().orElseThrow();
        assertThat(ming.value("phone").orElseThrow().value()).isEqualTo("13800138000");
        assertThat(ming.enrolments().getFirst().enrolled()).isEqualTo("2026-02-10T00:00:00Z");
    }

    @Test
    void places_begin_and_end_with_the_days_of_the_school_wherever_it_is() throws Exception {
        var days = new CalendarStore(DATABASE);
        var calendars = new StoredCalendars(days, announcer, () -> now);
        var there = new WorkOffImports(STORE, REAL.archive(), REAL.keeping(),
                new RosterCourses(REAL.archive(), calendars), announcer, () -> now);
        try {
            calendars.setWeek(tenant, ZoneId.of("Asia/Shanghai"), Map.of());
            // five in the afternoon of the 1st in London is one in the morning of the 2nd in Shanghai
            now = Instant.parse("2026-03-01T17:00:00Z");
            ending(there, "2026-03-01");
            assertThat(places()).as("the 1st is over in Shanghai").doesNotContain("Mia Weber Chinese 1A LEARNER");
            tenant = new TenantId("s" + UUID.randomUUID());
            calendars.setWeek(tenant, ZoneId.of("America/Los_Angeles"), Map.of());
            now = Instant.parse("2026-03-02T03:00:00Z");
            ending(there, "2026-03-01");
            assertThat(places()).as("and not in Los Angeles").contains("Mia Weber Chinese 1A LEARNER");
            LearnerFile mia = files().stream().filter(file -> file.name().equals("Mia Weber")).findFirst()
                    .orElseThrow();
            assertThat(mia.enrolments().getFirst().enrolled()).isEqualTo("2026-02-10T08:00:00Z");
        } finally {
            there.close();
            days.close();
        }
    }

    /** A school whose Mia Weber belongs to her class until a day. */
    private void ending(WorkOffImports there, String day) throws Exception {
        ImportRun run = intake.upload(tenant, ANNA, "roster.zip", Package.school(SPRING).bulk("enrollments",
                Package.ENROLMENTS + "e2,,,c1,o1,u2,student,2026-02-10," + day + "\n").zip());
        intake.check(tenant, run.id(), List.of(), run.list());
        while (there.run()) {
            now = now.plusMillis(1);
        }
        intake.start(tenant, run.id());
        while (there.run()) {
            now = now.plusMillis(1);
        }
    }

    @Test
    void whom_a_later_roster_names_as_well_stays_when_the_former_is_taken_back() throws Exception {
        ImportRun first = imported(Package.school(SPRING));
        imported(Package.school("2026-02-25T00:00:00Z"));
        List<String> before = described();
        Set<String> places = places();
        intake.undo(tenant, first.id());
        work();
        assertThat(intake.run(tenant, first.id()).orElseThrow().state()).isEqualTo(ImportState.UNDONE);
        assertThat(described()).isEqualTo(before).isNotEmpty();
        assertThat(places()).isEqualTo(places);
    }

    /** Who everybody is. */
    private List<String> described() {
        return files().stream().map(file -> file.name() + " "
                + file.values().stream().map(value -> value.field() + "=" + value.value()).sorted().toList()).sorted()
                .toList();
    }

    @Test
    void a_record_that_says_again_what_it_said_before_the_last_time_is_heard() {
        StoredRosters rosters = new StoredRosters(STORE, REAL.keeping(), courses, name -> {}, () -> now);
        for (String mail : List.of("old@example.org", "new@example.org", "old@example.org")) {
            now = now.plus(Duration.ofHours(1));
            Instant changed = now;
            UUID run = rosters.begin(tenant, "oneroster", "Campus SIS");
            rosters.add(tenant, run, List.of(new RosterRecord.User("u1", true, changed,
                    Map.of("name", "Mia Weber", "email", mail), List.of("student"))));
            assertThat(rosters.commit(tenant, run, null)).as(mail).isTrue();
            work();
            assertThat(files().getFirst().value("email").orElseThrow().value()).isEqualTo(mail);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void the_same_zip_ten_times_changes_nothing_more_than_once() throws Exception {
        imported(Package.school(SPRING));
        List<LearnerFile> before = files();
        for (int i = 0; i < 9; i++) {
            ImportRun again = imported(Package.school(SPRING));
            assertThat(again.taken()).containsEntry(RowKind.UNCHANGED, 14L).containsEntry(RowKind.CREATE, 0L)
                    .containsEntry(RowKind.UPDATE, 0L);
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_difference_ends_and_begins_places_and_a_bulk_file_ends_whom_it_does_not_list() throws Exception {
        imported(Package.school(SPRING));
        imported(Package.of("2026-02-21T00:00:00Z").delta("enrollments",
                Package.ENROLMENTS + "e2,tobedeleted,2026-02-20T10:00:00.000Z,c1,o1,u2,student,,\n"
                        + "e4,active,2026-02-20T10:00:00.000Z,c2,o1,u2,student,,\n"));
        assertThat(places()).contains("Mia Weber Chinese 1B LEARNER").doesNotContain("Mia Weber Chinese 1A LEARNER");
        imported(Package.of("2026-02-22T00:00:00Z").bulk("enrollments",
                Package.ENROLMENTS + "e3,,,c1,o1,u3,teacher,,\ne4,,,c2,o1,u2,student,,\n"));
        assertThat(places()).containsExactly("Lei Li Chinese 1A INSTRUCTOR", "Mia Weber Chinese 1B LEARNER");
        imported(Package.of("2026-02-23T00:00:00Z").delta("users",
                Package.USERS + "u2,active,2026-02-23T00:00:00Z,false,mia,Mia,Weber,mia@example.org,,\n"));
        assertThat(places()).containsExactly("Lei Li Chinese 1A INSTRUCTOR");
        ImportRun old = imported(Package.school(SPRING));
        assertThat(places()).as("what is known is newer").containsExactly("Lei Li Chinese 1A INSTRUCTOR");
        assertThat(old.taken()).containsEntry(RowKind.ERROR, 0L).containsEntry(RowKind.UPDATE, 0L);
        assertThat(intake.samples(tenant, old.id(), RowKind.SKIPPED)).extracting(RowFinding::value, RowFinding::reason)
                .contains(tuple("e1", RowReason.OLDER), tuple("u2", RowReason.OLDER));
    }

    @Test
    void rows_that_cannot_be_taken_are_named_by_file_line_and_column_and_end_nobody() throws Exception {
        imported(Package.school(SPRING));
        ImportRun run = imported(Package.of("2026-02-24T00:00:00Z").bulk("enrollments",
                Package.ENROLMENTS + "e1,,,c1,o1,u1,pupil,,\ne3,,,c1,o1,u3,teacher,,\ne3,,,c1,o1,u3,teacher,,\n"
                        + "e8,,,c9,o1,u3,teacher,,\n"));
        assertThat(errors(run)).extracting(RowFinding::line, RowFinding::column, RowFinding::value,
                RowFinding::reason).containsExactlyInAnyOrder(
                        tuple(2L, "enrollments.csv: role", "pupil", RowReason.NO_SUCH_WORD),
                        tuple(4L, "enrollments.csv: sourcedId", "e3", RowReason.ID_TWICE),
                        tuple(5L, "enrollments.csv: classSourcedId", "c9", RowReason.NO_SUCH_RECORD));
        assertThat(places()).hasSize(3);
    }

    @Test
    void a_file_that_is_not_what_its_manifest_says_changes_nothing_at_all() throws Exception {
        imported(Package.school(SPRING));
        Set<String> before = places();
        ImportRun run = imported(Package.of("2026-02-24T00:00:00Z")
                .bulk("classes", "sourcedId,title,termSourcedIds\nc3,Chinese 2,t1\n")
                .delta("enrollments", "sourcedId,status,classSourcedId,userSourcedId,role\n"
                        + "e1,tobedeleted,c1,u1,student\n")
                .says("users", "some", Package.USERS));
        assertThat(errors(run)).extracting(RowFinding::column, RowFinding::reason).contains(
                tuple("manifest.csv: file.users", RowReason.NO_SUCH_WORD),
                tuple("classes.csv: courseSourcedId", RowReason.COLUMN_MISSING),
                tuple("enrollments.csv: dateLastModified", RowReason.COLUMN_MISSING));
        assertThat(places()).isEqualTo(before);
        assertThat(run.taken()).containsEntry(RowKind.UPDATE, 0L);
    }

    @Test
    void any_order_and_repetition_of_bulk_and_difference_files_ends_the_same() throws Exception {
        List<Package> all = List.of(Package.school(SPRING),
                Package.of("2026-02-21T00:00:00Z").delta("enrollments",
                        Package.ENROLMENTS + "e2,tobedeleted,2026-02-20T10:00:00Z,c1,o1,u2,student,,\n"
                                + "e5,active,2026-02-20T11:00:00Z,c2,o1,u5,student,,\n"),
                Package.of("2026-02-22T00:00:00Z").delta("users",
                        Package.USERS + "u5,active,2026-02-21T10:00:00Z,true,x,Ana,Silva,ana@example.org,,\n"),
                Package.of("2026-02-23T00:00:00Z").delta("classes",
                        Package.CLASSES + "c2,tobedeleted,2026-02-22T10:00:00Z,Chinese 1B,k1,,o1,t1\n"),
                Package.of("2026-02-24T00:00:00Z").delta("classes",
                        Package.CLASSES + "c2,active,2026-02-23T10:00:00Z,Chinese 1C,k1,,o1,t1\n"),
                Package.of("2026-02-25T00:00:00Z").bulk("enrollments",
                        Package.ENROLMENTS + "e1,,,c1,o1,u1,student,,\ne5,,,c2,o1,u5,student,,\n"),
                Package.of("2026-02-26T00:00:00Z").delta("enrollments",
                        Package.ENROLMENTS + "e3,active,2026-02-25T10:00:00Z,c2,o1,u3,teacher,,\n"));
        for (long seed = 1; seed <= 8; seed++) {
            tenant = new TenantId("p" + UUID.randomUUID());
            Random random = new Random(seed);
            List<Package> order = new ArrayList<>(all);
            random.ints(3, 0, all.size()).forEach(again -> order.add(all.get(again)));
            Collections.shuffle(order, random);
            for (Package one : order) {
                imported(one);
            }
            assertThat(places()).as("seed " + seed).containsExactly("Ana Silva Chinese 1C LEARNER",
                    "Lei Li Chinese 1C INSTRUCTOR", "王小明 Chinese 1A LEARNER");
        }
    }

    @Test
    void an_undone_import_takes_its_people_and_places_back_and_can_come_again() throws Exception {
        imported(Package.school(SPRING));
        ImportRun second = imported(Package.of("2026-02-21T00:00:00Z")
                .delta("users", Package.USERS + "u5,active,2026-02-20T10:00:00Z,true,x,Ana,Silva,ana@example.org,,\n")
                .delta("enrollments", Package.ENROLMENTS + "e5,active,2026-02-20T10:00:00Z,c1,o1,u5,student,,\n"
                        + "e1,tobedeleted,2026-02-20T10:00:00Z,c1,o1,u1,student,,\n"));
        assertThat(places()).contains("Ana Silva Chinese 1A LEARNER").hasSize(3);
        intake.undo(tenant, second.id());
        work();
        assertThat(intake.run(tenant, second.id()).orElseThrow().state()).isEqualTo(ImportState.UNDONE);
        assertThat(places()).containsExactly("Lei Li Chinese 1A INSTRUCTOR", "Mia Weber Chinese 1A LEARNER",
                "王小明 Chinese 1A LEARNER");
        ImportRun again = intake.again(tenant, second.id(), ANNA).orElseThrow();
        intake.check(tenant, again.id(), List.of(), again.list());
        work();
        intake.start(tenant, again.id());
        work();
        assertThat(places()).contains("Ana Silva Chinese 1A LEARNER").hasSize(3);
    }

    @Test
    void a_class_that_a_platform_knows_under_the_same_id_does_not_become_a_second_course() throws Exception {
        var key = new CourseKey("platform:" + UUID.randomUUID(), "ZH1A");
        REAL.archive().record(new Delivery(tenant, key.source(), "course",
                List.of(new Fact.CourseDescribed(key, "Mandarin, group A", null, null, now))));
        onPlatforms.put("ZH1A", key);
        ImportRun run = imported(Package.school(SPRING));
        assertThat(intake.samples(tenant, run.id(), RowKind.UPDATE)).extracting(RowFinding::reason)
                .contains(RowReason.COURSE_OF_PLATFORM, RowReason.COURSE_OPENED);
        assertThat(REAL.archive().courses(tenant)).extracting("title").containsExactly("Chinese 1B",
                "Mandarin, group A");
        assertThat(places()).contains("Mia Weber Mandarin, group A LEARNER");
    }

    @Test
    void somebody_with_a_file_of_the_same_name_and_address_gets_no_second_one() throws Exception {
        ImportRun list = intake.upload(tenant, ANNA, "list.csv", new ByteArrayInputStream(
                "name,email\nMia Weber,mia@example.org\n".getBytes(StandardCharsets.UTF_8)));
        intake.check(tenant, list.id(), list.columns(), "list");
        work();
        intake.start(tenant, list.id());
        work();
        ImportRun run = imported(Package.school(SPRING));
        assertThat(run.taken()).containsEntry(RowKind.CREATE, 2L);
        assertThat(files()).hasSize(3);
    }

    @Test
    void a_zip_that_unpacks_to_far_more_than_it_is_is_refused_before_it_does() {
        Package bomb = Package.of(SPRING).bulk("users", Package.USERS + "a".repeat(40 << 20));
        assertThatThrownBy(() -> intake.upload(tenant, ANNA, "bomb.zip", bomb.zip()))
                .isInstanceOfSatisfying(FileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(FileRefused.Reason.UNPACKS_TOO_BIG));
    }

    @Test
    void many_rows_come_in_over_several_stretches_and_each_is_counted() throws Exception {
        String users = IntStream.range(0, 1_200)
                .mapToObj(i -> "u" + i + ",,,true,x,Given" + i + ",Family" + i + ",m" + i + "@example.org,,\n")
                .collect(Collectors.joining());
        String enrolments = IntStream.range(0, 1_200).mapToObj(i -> "e" + i + ",,,c1,o1,u" + i + ",student,,\n")
                .collect(Collectors.joining());
        ImportRun run = imported(Package.school(SPRING).bulk("users", Package.USERS + users)
                .bulk("roles", Package.ROLES).bulk("enrollments", Package.ENROLMENTS + enrolments));
        assertThat(run.taken()).containsEntry(RowKind.CREATE, 1_200L).containsEntry(RowKind.UPDATE, 1_202L);
        assertThat(REAL.archive().courses(tenant).getFirst().learners()).isEqualTo(1_200);
        List<Long> left = STORE.of(tenant, connection -> new Sql(connection).list("""
            select count(*) from intake.roster_record where content is not null union all
            select count(*) from intake.roster_staged""", row -> row.getLong(1)));
        assertThat(left).as("personal data goes when it has been told").containsOnly(0L);
    }

    @Test
    void records_that_a_system_hands_over_become_an_import_that_is_shown_and_undone_like_one_of_a_file()
            throws Exception {
        StoredRosters rosters = new StoredRosters(STORE, REAL.keeping(), courses, name -> {}, () -> now);
        Instant changed = Instant.parse(SPRING);
        List<RosterRecord> school = List.of(
                new RosterRecord.SchoolClass("c1", true, changed, "Chinese 1A", "", "", List.of()),
                new RosterRecord.User("u1", true, changed, Map.of("name", "Mia Weber", "email", "mia@example.org"),
                        List.of("student")),
                new RosterRecord.User("u2", true, changed, Map.of("name", "No Mail", "email", "nonsense"), List.of()),
                new RosterRecord.Enrolment("e1", true, changed, "c1", "u1", "student", null, null));
        UUID run = rosters.begin(tenant, "oneroster", "Campus SIS");
        rosters.add(tenant, run, school);
        rosters.add(tenant, run, school);
        assertThat(rosters.commit(tenant, run, now)).isTrue();
        work();
        ImportRun done = intake.run(tenant, run).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.taken()).containsEntry(RowKind.CREATE, 1L).containsEntry(RowKind.ERROR, 1L);
        assertThat(places()).containsExactly("Mia Weber Chinese 1A " + CourseRole.LEARNER);
        UUID same = rosters.begin(tenant, "oneroster", "Campus SIS");
        rosters.add(tenant, same, school.subList(0, 2));
        assertThat(rosters.commit(tenant, same, null)).isFalse();
        assertThat(intake.runs(tenant, null, 10).items()).hasSize(1);
        intake.undo(tenant, run);
        work();
        assertThat(places()).isEmpty();
        assertThat(files()).isEmpty();
    }
}
