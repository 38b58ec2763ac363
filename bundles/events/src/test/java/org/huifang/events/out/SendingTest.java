// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.events.Endpoint;
import org.huifang.api.events.Endpoints;
import org.huifang.api.events.Sending;
import org.huifang.api.events.Sending.State;
import org.huifang.api.store.Sealing;
import org.huifang.archive.RealArchive;
import org.huifang.events.EventStore;
import org.huifang.events.out.Receiver.Got;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final EventStore STORE = new EventStore(DATABASE);
    private static final RealArchive ARCHIVE = new RealArchive(DATABASE);
    private static final TenantId SCHOOL = new TenantId("school");
    private static final TenantId OTHER = new TenantId("other");
    private static final CourseKey COURSE = new CourseKey("platform:1", "c");
    private static final PersonKey PERSON = new PersonKey("platform:1", "u");

    /** Begins as late as the archive's own times are, which come from the system's clock. */
    private Instant now = Instant.now().minusSeconds(60);
    private final InstantSource clock = () -> now;
    private final Receiver receiver = new Receiver();
    private final Secrets secrets = new Secrets(STORE, new Reversed(), clock);
    private final Endpoints endpoints = new StoredEndpoints(STORE, secrets, new Announcer(), name -> {}, clock);
    private final FollowTimeline follow = new FollowTimeline(STORE, ARCHIVE.archive(), name -> {}, clock);
    private final SendHooks send = new SendHooks(STORE, secrets, new Announcer(), clock);
    private int deliveries;

    /** Stands for the file that seals: what is stored is not what is shown. */
    private static final class Reversed implements Sealing {
        @Override
        public byte[] seal(byte[] plain, String purpose) {
            var sealed = new byte[plain.length];
            for (int i = 0; i < plain.length; i++) {
                sealed[i] = plain[plain.length - 1 - i];
            }
            return sealed;
        }

        @Override
        public byte[] open(byte[] sealed, String purpose) {
            return seal(sealed, purpose);
        }
    }

    @BeforeEach
    void clean() throws Exception {
        work();
        DATABASE.execute("truncate events.endpoint, events.endpoint_secret, events.sending");
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @AfterAll
    static void close() {
        ARCHIVE.close();
        DATABASE.close();
    }

    private void work() {
        while (follow.run()) {
            assertThat(deliveries).isLessThan(1_000);
        }
        while (send.run()) {
            assertThat(receiver.got).hasSizeLessThan(1_000);
        }
    }

    private void record(TenantId tenant, Fact... facts) {
        ARCHIVE.archive().record(new Delivery(tenant, "platform:1", UUID.randomUUID() + "-" + deliveries++,
                List.of(facts)));
    }

    private void enrol(TenantId tenant) {
        record(tenant, new Fact.CourseDescribed(COURSE, "数据入门", LocalDate.of(2026, 3, 2), null, now),
                new Fact.Enrolled(COURSE, PERSON, Identity.of("王小明", "w@example.org"), CourseRole.LEARNER, now));
    }

    private Endpoints.Added add(String... types) {
        return endpoints.add(SCHOOL, receiver.url(), Set.of(types), true);
    }

    private List<Sending> log() {
        return endpoints.sendings(SCHOOL, null, null, null, 100).items();
    }

    private Endpoint only() {
        return endpoints.all(SCHOOL).getFirst();
    }

    @Test
    void what_is_recorded_goes_out_once_signed_and_without_a_name() {
        String secret = add("enrolment.created").secret();
        enrol(SCHOOL);
        enrol(OTHER);
        work();
        work();
        assertThat(receiver.got).hasSize(1);
        Got got = receiver.got.getFirst();
        assertThat(Receiver.fits(got, secret, got.headers().firstValue("webhook-timestamp").orElseThrow())).isTrue();
        assertThat(got.headers().firstValue("content-type")).contains("application/json");
        assertThat(got.key()).startsWith("evt_");
        assertThat(got.body()).startsWith("{\"type\":\"enrolment.created\",\"timestamp\":\"").contains("\"learner\":\"",
                "\"course\":\"").doesNotContain("王小明", "example.org", "数据");
        assertThat(log()).singleElement().satisfies(sent -> {
            assertThat(sent.state()).isEqualTo(State.DELIVERED);
            assertThat(sent.attempts()).isOne();
            assertThat(sent.status()).isEqualTo(204);
        });
        assertThat(endpoints.sendings(OTHER, null, null, null, 10).items()).isEmpty();
    }

    @Test
    void what_was_recorded_before_an_endpoint_came_is_not_sent_and_all_types_are_when_none_is_named() {
        enrol(SCHOOL);
        now = Instant.now().plusSeconds(1);
        add();
        work();
        assertThat(receiver.got).isEmpty();
        now = now.minusSeconds(120);
        endpoints.remove(SCHOOL, only().id());
        add();
        record(SCHOOL, new Fact.Left(COURSE, PERSON, now), new Fact.CourseFinished(COURSE, PERSON, now));
        work();
        assertThat(receiver.got).extracting(Got::body).hasSize(2).anySatisfy(
                body -> assertThat(body).contains("enrolment.deleted"));
    }

    @Test
    void what_is_not_taken_is_sent_again_on_the_schedule_under_the_same_id_and_then_given_up() {
        add("enrolment.deleted");
        receiver.say(500, 301, 500, 500, 404, 500, 500, 500, 500, 500);
        record(SCHOOL, new Fact.Left(COURSE, PERSON, now));
        work();
        var waits = new ArrayList<Duration>();
        while (log().getFirst().state() == State.WAITING) {
            Instant next = log().getFirst().next();
            waits.add(Duration.between(now, next));
            now = next.minusMillis(1);
            int before = receiver.got.size();
            work();
            assertThat(receiver.got).hasSize(before);
            now = next;
            work();
            assertThat(receiver.got).hasSize(before + 1);
        }
        List<Duration> expected = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
                Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14),
                Duration.ofHours(20), Duration.ofHours(24));
        assertThat(waits).hasSameSizeAs(expected);
        for (int i = 0; i < waits.size(); i++) {
            long most = expected.get(i).toMillis() / 10 + 1;
            assertThat(waits.get(i).toMillis()).isCloseTo(expected.get(i).toMillis(), within(most));
        }
        assertThat(log().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(receiver.got).extracting(Got::key).hasSize(10).containsOnly(receiver.got.getFirst().key());
        assertThat(only().failed()).isOne();

        assertThat(endpoints.resend(SCHOOL, log().getFirst().id())).isTrue();
        now = now.plus(Duration.ofMinutes(10));
        work();
        assertThat(log().getFirst().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void an_endpoint_that_asks_for_time_is_left_alone_with_everything_until_then() {
        add("enrolment.deleted");
        receiver.next.add(new Receiver.Say(429, Map.of("Retry-After", "3600")));
        record(SCHOOL, new Fact.Left(COURSE, PERSON, now));
        work();
        record(SCHOOL, new Fact.Left(COURSE, PERSON, now.plusSeconds(1)));
        now = now.plus(Duration.ofMinutes(59));
        work();
        assertThat(receiver.got).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        work();
        assertThat(receiver.got).hasSize(3);
        assertThat(log()).extracting(Sending::state).containsOnly(State.DELIVERED);
    }

    @Test
    void one_that_is_gone_is_disabled_and_gets_what_was_kept_back_when_it_is_enabled() {
        add("enrolment.deleted");
        receiver.say(410);
        record(SCHOOL, new Fact.Left(COURSE, PERSON, now));
        work();
        assertThat(only().enabled()).isFalse();
        assertThat(only().why()).isEqualTo("gone");
        record(SCHOOL, new Fact.Left(COURSE, PERSON, now));
        work();
        assertThat(receiver.got).hasSize(1);
        assertThat(only().waiting()).isOne();
        endpoints.enable(SCHOOL, only().id(), true);
        work();
        assertThat(receiver.got).hasSize(2);
    }

    @Test
    void while_the_secret_changes_both_sign_for_a_day() {
        String former = add().secret();
        String next = endpoints.rotate(SCHOOL, only().id());
        endpoints.test(SCHOOL, only().id());
        work();
        Got both = receiver.got.getFirst();
        String seconds = Long.toString(now.getEpochSecond());
        assertThat(both.body()).contains("endpoint.test");
        assertThat(Receiver.fits(both, former, seconds)).isTrue();
        assertThat(Receiver.fits(both, next, seconds)).isTrue();
        assertThat(only().formerEnds()).isCloseTo(now.plus(Duration.ofDays(1)), within(1, ChronoUnit.SECONDS));
        now = now.plus(Duration.ofDays(1));
        endpoints.test(SCHOOL, only().id());
        work();
        seconds = Long.toString(now.getEpochSecond());
        assertThat(Receiver.fits(receiver.got.getLast(), former, seconds)).isFalse();
        assertThat(Receiver.fits(receiver.got.getLast(), next, seconds)).isTrue();
        List<byte[]> sealed = STORE.ofAll(sql -> sql.list("select sealed from events.endpoint_secret",
                row -> row.getBytes(1)));
        assertThat(sealed).allSatisfy(one -> assertThat(Signing.shown(one)).isNotIn(former, next));
    }

    @Test
    @Tag("A6")
    void nothing_is_sent_into_the_own_network_unless_the_operator_has_vouched_for_it() {
        for (String url : List.of("https://127.0.0.1/x", "https://169.254.169.254/latest", "https://[::1]/",
                "https://localhost/")) {
            endpoints.add(SCHOOL, URI.create(url), Set.of(), false);
        }
        endpoints.all(SCHOOL).forEach(each -> endpoints.test(SCHOOL, each.id()));
        work();
        assertThat(log()).hasSize(4).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(State.FAILED);
            assertThat(each.error()).contains("not a public address");
        });
        for (String url : List.of("http://example.org/", "https://user@example.org/", "https://example.org:8443/",
                "ftp://example.org/", "/relative")) {
            assertThatThrownBy(() -> endpoints.add(SCHOOL, URI.create(url), Set.of(), false))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("url: ");
        }
    }

    @Test
    void nobody_answering_is_an_attempt_like_any_other_and_every_body_is_small() {
        add();
        receiver.close();
        enrol(SCHOOL);
        work();
        assertThat(log()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(State.WAITING);
            assertThat(each.status()).isZero();
            assertThat(each.error()).isNotBlank();
            assertThat(each.body()).hasSizeLessThan(1_000);
        });
        assertThat(EventTypes.ALL).isSorted().doesNotHaveDuplicates();
    }
}
