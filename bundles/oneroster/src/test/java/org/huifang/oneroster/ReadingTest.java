// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Stage;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.RosterSource.Trouble;
import org.huifang.archive.RealArchive;
import org.huifang.intake.IntakeStore;
import org.huifang.intake.RosterCourses;
import org.huifang.intake.StoredIntake;
import org.huifang.intake.StoredRosters;
import org.huifang.intake.WorkOffImports;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final RealArchive REAL = new RealArchive(DATABASE);
    private static final IntakeStore INTAKE = new IntakeStore(DATABASE);
    private static final PullStore STORE = new PullStore(DATABASE);

    private final TenantId tenant = new TenantId("s" + UUID.randomUUID());
    private final SisServer sis = new SisServer();
    /** The far end says what time it is by itself. */
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant yesterday = now.minus(Duration.ofDays(1));
    private final Site site = site("s3cret");
    private final RosterCourses courses = new RosterCourses(REAL.archive());
    private final StoredRosters rosters = new StoredRosters(INTAKE, REAL.keeping(), courses, name -> {}, () -> now);
    private final Announcer announcer = new Announcer();
    private final StoredIntake intake = new StoredIntake(INTAKE, announcer, name -> {}, () -> now);
    private final WorkOffImports job = new WorkOffImports(INTAKE, REAL.archive(), REAL.keeping(), courses, announcer,
            () -> now);
    private Reading reading = reading(site);

    ReadingTest() {
        sis.schoolClass("c1", yesterday, "Chinese 1A");
        sis.user("u1", yesterday, "小明", "王", "student");
        sis.user("u2", yesterday, "Mia", "Weber", "student");
        sis.user("u3", yesterday, "Lei", "Li", "teacher");
        sis.user("u4", yesterday, "Mother", "Weber", "guardian");
        sis.enrolment("e1", "active", yesterday, "c1", "u1", "student");
        sis.enrolment("e2", "active", yesterday, "c1", "u2", "student");
        sis.enrolment("e3", "active", yesterday, "c1", "u3", "teacher");
    }

    private Site site(String secret) {
        return new Site(tenant, "Campus SIS", "oneroster", URI.create(sis.url() + "/ims/oneroster/rostering/v1p2"),
                URI.create(sis.url() + "/token"), "huifang", secret, SisServer.SCOPE, Duration.ofHours(1),
                Duration.ofDays(1), 2);
    }

    private Reading reading(Site of) {
        return new Reading(of, new Provider(of, () -> now), STORE, rosters, () -> now);
    }

    @AfterEach
    void settle() {
        sis.close();
    }

    @AfterAll
    static void close() {
        STORE.close();
        INTAKE.close();
        REAL.close();
        DATABASE.close();
    }

    private void read() {
        while (reading.run()) {
            // an answer at a time
        }
        while (job.run()) {
            now = now.plusMillis(1);
        }
    }

    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        REAL.archive().find(tenant, "", null, 500).items().forEach(one -> {
            LearnerFile file = REAL.archive().file(tenant, one.id()).orElseThrow();
            file.enrolments().stream().filter(place -> place.stage() != Stage.LEFT)
                    .forEach(place -> places.add(file.name() + " " + place.courseTitle() + " " + place.role()));
        });
        return places;
    }

    private List<ImportRun> imports() {
        return intake.runs(tenant, null, 10).items();
    }

    @Test
    void a_roster_is_read_an_answer_at_a_time_and_becomes_an_import() {
        read();
        assertThat(places()).containsExactly("Lei Li Chinese 1A INSTRUCTOR", "Mia Weber Chinese 1A LEARNER",
                "王小明 Chinese 1A LEARNER");
        assertThat(imports()).singleElement().returns("Campus SIS", ImportRun::fileName);
        assertThat(sis.asked).contains("token", "users?limit=2&offset=2&sort=sourcedId&orderBy=asc")
                .noneMatch(one -> one.contains("s3cret")).noneMatch(one -> one.contains("filter"));
        assertThat(STORE.of(site)).returns(10L, Pull::records).returns(true, Pull::news)
                .returns(now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1)),
                        pull -> pull.next().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void only_what_has_changed_is_asked_for_later_and_an_end_is_an_end() {
        sis.counts = false;
        read();
        sis.asked.clear();
        reading.run();
        assertThat(sis.asked).as("before its time").isEmpty();
        now = now.plus(Duration.ofHours(1));
        read();
        assertThat(imports()).as("nothing new is no import").hasSize(1);
        assertThat(sis.asked).allMatch(one -> one.equals("token") || one.contains("filter=dateLastModified%3E%27"));
        sis.enrolment("e2", "tobedeleted", now, "c1", "u2", "student");
        now = now.plus(Duration.ofHours(1));
        read();
        assertThat(places()).containsExactly("Lei Li Chinese 1A INSTRUCTOR", "王小明 Chinese 1A LEARNER");
        assertThat(imports()).hasSize(2);
    }

    @Test
    void who_has_vanished_without_a_word_is_found_by_reading_everything_once_a_day() {
        read();
        sis.forget("enrollments", "e2");
        now = now.plus(Duration.ofHours(1));
        read();
        assertThat(places()).hasSize(3);
        now = now.plus(Duration.ofDays(1));
        read();
        assertThat(STORE.of(site).differences()).isFalse();
        assertThat(places()).doesNotContain("Mia Weber Chinese 1A LEARNER");
    }

    @Test
    void a_busy_system_is_left_alone_as_long_as_it_wishes_and_reading_goes_on_where_it_was_after_a_restart() {
        sis.failAfter.set(4);
        sis.retryAfter = "120";
        read();
        assertThat(STORE.of(site)).returns(Trouble.BUSY, Pull::trouble).returns("503", Pull::detail);
        int before = sis.asked.size();
        String last = sis.asked.getLast();
        now = now.plus(Duration.ofSeconds(119));
        assertThat(reading.run()).isFalse();
        assertThat(sis.asked).hasSize(before);
        now = now.plus(Duration.ofSeconds(2));
        sis.failAfter.set(Integer.MAX_VALUE);
        sis.retryAfter = "";
        reading = reading(site);
        read();
        assertThat(sis.asked.subList(before, sis.asked.size())).startsWith("token", last)
                .noneMatch(one -> one.startsWith("courses"));
        assertThat(places()).hasSize(3);
        assertThat(STORE.of(site).trouble()).isNull();
    }

    @Test
    void a_wrong_secret_is_named_and_a_token_that_was_revoked_is_asked_for_anew() {
        reading = reading(site("wrong"));
        read();
        assertThat(STORE.of(site).trouble()).isEqualTo(Trouble.CREDENTIALS);
        reading = reading(site);
        reading.run();
        sis.asked.clear();
        sis.secret = "other";
        assertThat(reading.run()).isFalse();
        assertThat(sis.asked).contains("token");
        assertThat(STORE.of(site).trouble()).isEqualTo(Trouble.CREDENTIALS);
    }

    @Test
    void half_a_roster_ends_nobody() {
        read();
        now = now.plus(Duration.ofDays(1));
        sis.forget("enrollments", "e2");
        sis.hidden = 1;
        read();
        assertThat(STORE.of(site)).returns(Trouble.INCOMPLETE, Pull::trouble).returns(null, Pull::run);
        assertThat(places()).hasSize(3);
        sis.hidden = 0;
        sis.garbage = "<html>";
        now = now.plus(Duration.ofDays(1));
        read();
        assertThat(STORE.of(site).trouble()).isEqualTo(Trouble.UNREADABLE);
        assertThat(imports()).hasSize(1);
    }

    @Test
    void a_configuration_that_cannot_be_used_names_the_line_to_mend() {
        assertThatThrownBy(() -> Site.of(Given.with("url", "sis.example")))
                .hasMessage("url: write a whole address, https://...");
        assertThatThrownBy(() -> Site.of(Given.with("clientSecretFile", "/nowhere/at/all")))
                .hasMessageStartingWith("clientSecretFile");
        assertThat(Site.of(Given.with("url", "https://sis.example/ims/oneroster/rostering/v1p2/")).url())
                .hasPath("/ims/oneroster/rostering/v1p2");
    }
}
