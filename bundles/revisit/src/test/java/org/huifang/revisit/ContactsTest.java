// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Receipt;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Notice;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Planned;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactsTest {
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void what_several_courses_want_of_one_person_is_one_call() {
        School.Learner li = school.enrol("Li");
        school.record(School.enrolled("Li", "d", school.now));
        school.pass(Duration.ofDays(2));
        List<Obligation> queue = school.revisits.queue(School.TENANT, null, null, 10).items();
        assertThat(queue).hasSize(2).extracting(Obligation::learner).containsOnly(li.id());
        assertThat(queue.getFirst().planned()).isEqualTo(queue.getLast().planned());
        assertThat(planned(queue.getFirst()).together()).hasSize(2);
    }

    @Test
    void the_files_of_one_person_that_were_merged_are_called_once() {
        School.Learner li = school.enrol("Li");
        School.Learner twin = school.enrol("Li at work");
        school.work();
        school.archive.record(new Delivery(School.TENANT, "staff", "merge", List.of(new Fact.Merged(li.id(), twin.id(),
                "the same person", "staff:" + School.AGENT, school.now))));
        school.work();
        school.pass(Duration.ofDays(2));
        assertThat(school.of(li, "first").planned()).isNotNull().isEqualTo(school.of(twin, "first").planned());
    }

    @Test
    void what_was_agreed_on_and_who_was_contacted_go_with_the_file_that_another_absorbs() throws Exception {
        School.Learner li = school.enrol("Li");
        School.Learner twin = school.enrol("Li at work");
        school.work();
        Instant agreed = school.of(twin, "first").opens().plus(Duration.ofDays(3));
        school.revisits.reschedule(School.TENANT, school.of(twin, "first").id(), agreed, School.AGENT);
        school.work();
        school.store.of(School.TENANT, sql -> sql.update(Contacts.TOUCH, "phone", school.now, "this morning",
                school.of(twin, "first").id()));
        school.archive.record(new Delivery(School.TENANT, "staff", "merge", List.of(new Fact.Merged(li.id(), twin.id(),
                "the same person", "staff:" + School.AGENT, school.now))));
        school.work();
        assertThat(planned(school.of(twin, "first")).at()).isEqualTo(agreed);
        assertThat(school.rows("select person::text from revisit.touch where key = 'this morning'"))
                .containsExactly(li.id().toString());
    }

    @Test
    void a_call_that_was_announced_and_that_nobody_made_is_announced_anew() {
        School.Learner li = school.enrol("Li");
        school.work();
        var announced = planned(school.of(li, "first"));
        assertThat(announced.notified()).isEqualTo(Planned.Notified.SENT);
        school.now = announced.at();
        school.work();
        assertThat(planned(school.of(li, "first")).contact()).as("as long as the day lasts")
                .isEqualTo(announced.contact());
        school.pass(Duration.ofHours(14));
        var next = planned(school.of(li, "first"));
        assertThat(next.contact()).isNotEqualTo(announced.contact());
        assertThat(next.at()).isAfter(announced.at());
        for (int hour = 0; hour < 24
                && planned(school.of(li, "first")).notified() == Planned.Notified.NOT_YET; hour++) {
            school.pass(Duration.ofHours(1));
        }
        assertThat(school.told(li)).filteredOn(Fact.Notified.class::isInstance).last().isInstanceOfSatisfying(
                Fact.Notified.class,
                told -> assertThat(told.contact()).isEqualTo(planned(school.of(li, "first")).at()));
    }

    @Test
    void whoever_is_moved_to_a_later_course_start_is_not_called_at_the_time_announced_for_the_former_one() {
        School.Learner li = school.enrol("Li");
        school.work();
        var announced = planned(school.of(li, "first"));
        school.describe(java.time.LocalDate.of(2026, 3, 9), java.time.LocalDate.of(2026, 4, 5));
        school.work();
        assertThat(announced.at()).isBefore(school.of(li, "first").opens());
        assertThat(planned(school.of(li, "first")).at()).isAfterOrEqualTo(school.of(li, "first").opens());
        assertThat(planned(school.of(li, "first")).notified()).isEqualTo(Planned.Notified.NOT_YET);
    }

    @Test
    void a_notice_goes_out_a_day_before_its_call_though_jobs_run_some_seconds_late() {
        var sent = new java.util.ArrayList<org.huifang.api.channel.Message>();
        school.sending.add(message -> {
            sent.add(message);
            return new org.huifang.api.channel.Receipt.Accepted(school.now, "1");
        }, java.util.Map.of("channel", "email"));
        school.now = school.now.plusSeconds(7);
        School.Learner li = school.enrol("Li");
        for (String field : List.of("email", "phone")) {
            school.archive.record(new Delivery(School.TENANT, "staff", field, List.of(new Fact.ValueSaid(li.id(), field,
                    field.equals("email") ? "li@example.org" : "+8613800000001",
                    org.huifang.api.archive.Confidence.STATED, "staff:" + School.AGENT, school.now))));
        }
        school.work();
        for (int n = 0; n < 100 && sent.isEmpty(); n++) {
            school.pass(Duration.ofMinutes(20).plusSeconds(1));
        }
        assertThat(sent).hasSize(1);
        assertThat(Duration.between(school.now, planned(school.of(li, "first")).at()))
                .isBetween(Duration.ofHours(24), TellAhead.EARLIEST);
        assertThat(school.told(li)).filteredOn(Fact.Notified.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Fact.Notified.class, told -> assertThat(told.channel()).isEqualTo("email"));
    }

    @Test
    void whoever_wants_no_contact_is_held_with_the_reason_and_is_not_in_the_queue() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(2));
        assertThat(school.revisits.queued(School.TENANT, null)).isEqualTo(1);
        say(li, false);
        assertThat(school.revisits.queued(School.TENANT, null)).isZero();
        assertThat(school.of(li, "first").hold()).extracting(Hold::reason).isEqualTo(Hold.Reason.DO_NOT_CONTACT);
        assertThat(school.revisits.ledger(School.TENANT, null).rows()).filteredOn(r -> r.step().equals("first"))
                .singleElement().satisfies(r -> assertThat(r.held()).containsEntry(Hold.Reason.DO_NOT_CONTACT, 1L));
        say(li, true);
        assertThat(school.revisits.queued(School.TENANT, null)).isEqualTo(1);
    }

    @Test
    void nobody_is_in_the_queue_at_noon_at_night_or_on_a_free_day() {
        school.record(new Fact.Enrolled(School.course("c"), School.person("Li"),
                new Identity("Li", null, "13800000000", null, null, null), CourseRole.LEARNER, school.now));
        school.work();
        school.now = Instant.parse("2026-03-03T04:30:00Z");
        school.work();
        assertThat(school.revisits.queued(School.TENANT, null)).as("12:30").isZero();
        school.now = Instant.parse("2026-03-03T14:30:00Z");
        school.work();
        assertThat(school.revisits.queued(School.TENANT, null)).as("22:30").isZero();
        school.now = Instant.parse("2026-03-04T06:30:00Z");
        school.work();
        assertThat(school.revisits.queued(School.TENANT, null)).as("14:30").isEqualTo(1);
    }

    @Test
    void after_nobody_answered_a_case_comes_back_later_and_not_more_often_than_allowed() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(2));
        UUID first = school.of(li, "first").id();
        school.revisits.handIn(School.TENANT, first, school.attempt(Outcome.NO_ANSWER));
        school.work();
        assertThat(school.revisits.queued(School.TENANT, null)).isZero();
        school.pass(Duration.ofHours(5));
        assertThat(school.revisits.queued(School.TENANT, null)).as("the same day").isZero();
        school.pass(Duration.ofHours(20));
        assertThat(school.revisits.queued(School.TENANT, null)).as("the next day").isEqualTo(1);
    }

    @Test
    void a_learner_who_was_told_may_move_it_change_the_way_or_decline_without_signing_in() {
        School.Learner li = school.enrol("Li");
        school.work();
        Notice notice = school.notices.of(School.TENANT, List.of(li.id())).getFirst();
        assertThat(school.told(li)).filteredOn(Fact.Notified.class::isInstance).hasSize(1);
        assertThat(notice.status()).isEqualTo(Notice.Status.OPEN);
        assertThat(notice.times()).isNotEmpty().as("no time at which it is not in the queue yet")
                .allSatisfy(at -> assertThat(at).isAfterOrEqualTo(school.of(li, "first").opens()));
        Instant other = notice.times().getLast();
        assertThat(school.notices.move(notice.token(), other).map(Notice::at)).contains(other);
        school.work();
        assertThat(planned(school.of(li, "first")).at()).as("planning leaves it there").isEqualTo(other);
        assertThat(school.notices.open(notice.token()).map(Notice::status)).contains(Notice.Status.MOVED);
        school.notices.decline(notice.token());
        school.notices.decline(notice.token());
        school.work();
        assertThat(school.of(li, "first").state()).isEqualTo(State.DECLINED);
        assertThat(school.told(li)).filteredOn(f -> f instanceof Fact.NoticeAnswered a && a.answer().equals("declined"))
                .hasSize(1);
        assertThat(school.notices.confirm(notice.token()).map(Notice::status)).as("after all")
                .contains(Notice.Status.CONFIRMED);
        school.work();
        assertThat(school.of(li, "first").state().open()).isTrue();
        assertThat(planned(school.of(li, "first")).at()).isEqualTo(other);
        assertThat(school.missing()).isZero();
        school.notices.decline(notice.token());
        school.leave("Li");
        school.work();
        assertThat(school.notices.confirm(notice.token()).map(Notice::status)).as("there is no course any more")
                .contains(Notice.Status.DECLINED);
        assertThat(school.notices.open("AAAA")).isEmpty();
        assertThat(school.notices.open(school.tokens.of(school.of(li, "mid").id()))).as("another token of ours")
                .isEmpty();
    }

    @Test
    void a_learner_who_asks_for_another_way_is_planned_on_it_and_the_agent_is_told() {
        School.Learner li = school.enrol("Li");
        school.record(new Fact.ValueSaid(li.id(), "phone", "+8613800138000", Confidence.STATED, "staff", school.now),
                new Fact.ValueSaid(li.id(), "email", "li@example.org", Confidence.STATED, "staff", school.now));
        school.work();
        assertThat(planned(school.of(li, "first")).channel()).isEqualTo("phone");
        Notice notice = school.notices.of(School.TENANT, List.of(li.id())).getFirst();
        assertThat(notice.channels()).as("somebody calls, or writes by hand; a text message nobody writes")
                .containsExactlyInAnyOrder("email", "lms");
        school.notices.change(notice.token(), "email");
        school.work();
        assertThat(planned(school.of(li, "first")).channel()).as("planning leaves it there").isEqualTo("email");
        assertThat(planned(school.of(li, "first")).notified()).isEqualTo(Planned.Notified.MOVED);
        school.pass(Duration.between(school.now, planned(school.of(li, "first")).at()).plusMinutes(1));
        Obligation queued = school.revisits.queue(School.TENANT, null, null, 10).items().getFirst();
        assertThat(queued.learner()).isEqualTo(li.id());
        assertThat(planned(queued).channel()).isEqualTo("email");
    }

    @Test
    void a_promise_becomes_owed_and_a_problem_is_told_to_the_archive() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(2));
        Instant by = school.now.plus(Duration.ofDays(4));
        var attempt = new Attempt(UUID.randomUUID(), School.AGENT, Outcome.REACHED, "", null, school.now, 240,
                List.of(new Feedback(Area.CONTENT, "video", "the video of lesson 3 is mute", true)),
                List.of(new Promise("send the slides", by)));
        school.revisits.handIn(School.TENANT, school.of(li, "first").id(), attempt);
        school.revisits.handIn(School.TENANT, school.of(li, "first").id(), attempt);
        school.work();
        Obligation promise = school.of(li, "promise");
        assertThat(promise.origin()).isEqualTo(Origin.PROMISE);
        assertThat(promise.due()).isEqualTo(by);
        assertThat(promise.owner()).isEqualTo(School.AGENT);
        assertThat(promise.title()).isEqualTo("send the slides");
        assertThat(school.of(li, "first").attempts()).containsExactly(attempt);
        assertThat(school.told(li)).filteredOn(Fact.FeedbackGiven.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Fact.FeedbackGiven.class, f -> assertThat(f.problem()).isTrue());
        assertThat(school.told(li)).filteredOn(Fact.Promised.class::isInstance).hasSize(1);
        assertThat(school.missing()).isZero();
        school.leave("Li");
        school.work();
        assertThat(school.of(li, "promise").state().open()).as("a promise is kept to whoever left").isTrue();
    }

    @Test
    void what_was_exempted_by_hand_stays_so_until_a_hand_takes_it_back() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(2));
        UUID first = school.of(li, "first").id();
        assertThat(school.revisits.exempt(School.TENANT, List.of(first), "met in person", School.AGENT)).isEqualTo(1);
        assertThat(school.revisits.exempt(School.TENANT, List.of(first), "again", School.AGENT)).isZero();
        school.describe(java.time.LocalDate.of(2026, 3, 9), java.time.LocalDate.of(2026, 4, 5));
        school.work();
        assertThat(school.of(li, "first").reason()).isEqualTo("met in person");
        assertThat(school.revisits.unexempt(School.TENANT, List.of(first), School.AGENT)).isEqualTo(1);
        school.work();
        assertThat(school.of(li, "first").state()).as("the course begins later meanwhile").isEqualTo(State.SCHEDULED);
        assertThat(school.told(li)).last().isInstanceOfSatisfying(Fact.OwedAgain.class, again -> {
            assertThat(again.obligation()).isEqualTo(first);
            assertThat(again.by()).isEqualTo(School.AGENT);
        });
        school.pass(Duration.ofDays(7));
        assertThat(school.of(li, "first").state()).isEqualTo(State.DUE);
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_time_agreed_on_before_the_plan_would_call_stays_when_the_learner_opens_the_course() {
        School.Learner li = school.enrol("Li");
        school.describe(java.time.LocalDate.of(2026, 4, 6), java.time.LocalDate.of(2026, 5, 5));
        school.work();
        Instant agreed = school.of(li, "first").opens().plus(Duration.ofDays(3));
        assertThat(school.revisits.reschedule(School.TENANT, school.of(li, "first").id(), agreed, School.AGENT))
                .isTrue();
        school.record(new Fact.Launched(School.course("c"), School.person("Li"),
                org.huifang.api.archive.Identity.of("Li", null), org.huifang.api.archive.CourseRole.LEARNER,
                school.now.plusSeconds(60)));
        school.work();
        assertThat(school.of(li, "first").opens()).isEqualTo(agreed);
        assertThat(school.told(li)).filteredOn(Fact.Rescheduled.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Fact.Rescheduled.class, moved -> {
                    assertThat(moved.to()).isEqualTo(agreed);
                    assertThat(moved.by()).isEqualTo(School.AGENT);
                });
    }

    @Test
    void an_exemption_taken_back_gives_the_time_agreed_on_back_too_and_opens_nothing_meanwhile() {
        School.Learner li = school.enrol("Li");
        school.describe(java.time.LocalDate.of(2026, 4, 6), java.time.LocalDate.of(2026, 5, 5));
        school.work();
        UUID first = school.of(li, "first").id();
        Instant agreed = school.of(li, "first").opens().plus(Duration.ofDays(3));
        assertThat(school.revisits.reschedule(School.TENANT, first, agreed, School.AGENT)).isTrue();
        school.work();
        school.revisits.exempt(School.TENANT, List.of(first), "by mistake", School.AGENT);
        school.work();
        assertThat(school.revisits.unexempt(School.TENANT, List.of(first), School.AGENT)).isEqualTo(1);
        school.work();
        assertThat(school.of(li, "first").opens()).isEqualTo(agreed);
        assertThat(school.of(li, "first").state()).isEqualTo(State.SCHEDULED);
        school.revisits.exempt(School.TENANT, List.of(first), "for good", School.AGENT);
        school.pass(Duration.between(school.now, agreed).plusDays(2));
        assertThat(school.of(li, "first").state()).isEqualTo(State.EXEMPT);
        assertThat(school.missing()).isZero();
    }

    @Test
    void whoever_left_meanwhile_is_not_owed_again_by_the_undoing_of_an_exemption() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(2));
        UUID first = school.of(li, "first").id();
        school.revisits.exempt(School.TENANT, List.of(first), "met in person", School.AGENT);
        school.leave("Li");
        school.work();
        assertThat(school.revisits.unexempt(School.TENANT, List.of(first), School.AGENT)).isZero();
        school.work();
        assertThat(school.of(li, "first").state()).isEqualTo(State.EXEMPT);
        assertThat(school.of(li, "first").reason()).isEqualTo("left");
        assertThat(school.missing()).isZero();
    }

    @Test
    void a_case_in_hand_is_not_taken_by_a_second_agent_until_the_first_has_let_it_go() {
        School.Learner li = school.enrol("Li");
        school.pass(Duration.ofDays(2));
        UUID first = school.of(li, "first").id();
        UUID other = UUID.randomUUID();
        assertThat(school.revisits.take(School.TENANT, first, School.AGENT)).isEqualTo(School.AGENT);
        assertThat(school.revisits.take(School.TENANT, first, other)).isEqualTo(School.AGENT);
        school.revisits.release(School.TENANT, first, other);
        assertThat(school.revisits.take(School.TENANT, first, other)).as("only who has it can put it back")
                .isEqualTo(School.AGENT);
        school.revisits.release(School.TENANT, first, School.AGENT);
        assertThat(school.revisits.take(School.TENANT, first, other)).isEqualTo(other);
        school.revisits.release(School.TENANT, first, other);
        assertThat(school.revisits.take(School.TENANT, first, School.AGENT)).isEqualTo(School.AGENT);
        school.now = school.now.plus(Duration.ofMinutes(21));
        assertThat(school.revisits.take(School.TENANT, first, other)).isEqualTo(other);
    }

    @Test
    void messages_of_others_count_with_the_calls_of_the_plan_and_stay_within_the_same_limits() {
        School.Learner li = school.enrol("Li");
        school.work();
        var others = new CountOthers(school.store, school.planners);
        for (int hour = 0; hour < 100 && others.barrier(School.TENANT, li.id(), "revisit", "lms", "m0", school.now)
                .isPresent(); hour++) {
            school.now = school.now.plus(Duration.ofHours(1));
        }
        int sent = 0;
        while (others.barrier(School.TENANT, li.id(), "revisit", "lms", "m" + sent, school.now).isEmpty()) {
            others.counts(School.TENANT, li.id(), "lms", "m" + sent, school.now);
            others.counts(School.TENANT, li.id(), "lms", "m" + sent, school.now);
            sent++;
            assertThat(sent).isLessThan(10);
        }
        assertThat(sent).isPositive();
        String last = "m" + (sent - 1);
        assertThat(others.barrier(School.TENANT, li.id(), "revisit", "lms", "another", school.now))
                .map(Hold::reason).contains(Hold.Reason.CAP);
        assertThat(others.barrier(School.TENANT, li.id(), "revisit", "lms", last, school.now))
                .as("sending it again after a crash").isEmpty();
        others.countsNot(School.TENANT, last);
        assertThat(others.barrier(School.TENANT, li.id(), "revisit", "lms", "another", school.now)).isEmpty();
    }

    @Test
    void a_time_zone_that_comes_with_a_late_enrolment_moves_what_was_planned_by_the_clock_of_the_school() {
        var recorded = (Receipt.Recorded) school.record(new Fact.LessonCompleted(School.course("c"),
                School.person("Ann"), "Lesson", 5, school.now));
        var ann = new School.Learner(Objects.requireNonNull(recorded.people().get(School.person("Ann"))),
                Objects.requireNonNull(recorded.courses().get(School.course("c"))));
        school.work();
        school.pass(Duration.ofDays(1));
        assertThat(planned(school.of(ann, "first")).at().atZone(ZoneId.of("Asia/Shanghai")).getHour()).isBetween(8, 20);
        school.record(new Fact.Enrolled(School.course("c"), School.person("Ann"),
                new Identity("Ann", null, null, "en", "America/New_York", null), CourseRole.LEARNER, school.now));
        school.work();
        assertThat(planned(school.of(ann, "first")).at().atZone(ZoneId.of("America/New_York")).getHour())
                .isBetween(8, 20);
        assertThat(school.revisits.queued(School.TENANT, null)).as("it is the evening there").isZero();
    }

    @Test
    void after_a_wrong_number_the_next_step_goes_another_way() {
        School.Learner li = school.enrol("Li");
        tell(new Fact.ValueSaid(li.id(), "phone", "13700001111", Confidence.STATED, "staff:li", school.now));
        school.work();
        assertThat(planned(school.of(li, "first")).channel()).isEqualTo("phone");
        tell(new Fact.ValueChecked(li.id(), "phone", "13700001111", false, "staff:li", school.now));
        school.work();
        assertThat(planned(school.of(li, "first")).channel()).isEqualTo("lms");
    }

    @Test
    void who_was_written_to_and_wants_to_be_called_back_is_called() throws Exception {
        School.Learner li = school.enrol("Li");
        tell(new Fact.ValueSaid(li.id(), "phone", "13700001111", Confidence.STATED, "staff:li", school.now));
        school.pass(Duration.ofDays(2));
        UUID first = school.of(li, "first").id();
        school.store.of(School.TENANT, sql -> sql.update("update revisit.contact set channel = 'wechat'"));
        school.revisits.handIn(School.TENANT, first, new Attempt(UUID.randomUUID(), School.AGENT, Outcome.CALL_BACK,
                "rather by phone", school.now.plus(Duration.ofHours(5)), school.now));
        assertThat(planned(school.of(li, "first")).channel()).isEqualTo("phone");
        school.work();
        assertThat(planned(school.of(li, "first")).channel()).isEqualTo("phone");
        assertThat(planned(school.of(li, "first")).at()).isEqualTo(school.now.plus(Duration.ofHours(5)));
    }

    private void tell(Fact fact) {
        school.archive.record(
                new Delivery(School.TENANT, "staff", UUID.randomUUID().toString(), List.of(fact)));
    }

    @Test
    void people_are_called_by_their_own_clock() {
        school.record(new Fact.Enrolled(School.course("c"), School.person("Anna"),
                new Identity("Anna", null, null, "de", "Europe/Berlin", null), CourseRole.LEARNER, school.now));
        school.pass(Duration.ofDays(2));
        assertThat(school.revisits.queued(School.TENANT, null)).as("3:00 in Berlin").isZero();
        school.now = Instant.parse("2026-03-04T09:00:00Z");
        school.work();
        assertThat(school.revisits.queued(School.TENANT, null)).as("10:00 in Berlin").isEqualTo(1);
    }

    @Test
    void what_is_asked_for_while_somebody_is_being_looked_at_is_not_taken_for_seen() {
        School.Learner li = school.enrol("Li");
        school.work();
        school.now = school.now.plus(Duration.ofDays(1));
        var looks = new AtomicInteger();
        var planning = school.plan(new Reachability() {
            @Override
            public Map<UUID, Reach> of(TenantId tenant, Collection<UUID> learners, Set<String> purposes, Instant now) {
                Map<UUID, Reach> seen = school.real.reachability().of(tenant, learners, purposes, now);
                if (looks.incrementAndGet() == 1) {
                    record(li, false);
                    School.runAll(school.follow);
                }
                return seen;
            }

            @Override
            public List<UUID> born(TenantId tenant, MonthDay day, @Nullable UUID after, int limit) {
                return List.of();
            }
        });
        planning.run();
        assertThat(looks).as("of the daily look").hasValue(1);
        planning.run();
        assertThat(looks).as("for the consent that went meanwhile").hasValue(2);
        assertThat(school.of(li, "first").hold()).extracting(Hold::reason).isEqualTo(Hold.Reason.DO_NOT_CONTACT);
    }

    @Test
    void the_archive_hears_after_two_minutes_however_much_still_opens() {
        School.Learner li = school.enrol("Li");
        School.runAll(school.follow);
        school.now = school.now.plus(Duration.ofDays(2));
        School.runAll(school.open);
        school.record(School.enrolled("Mei", "c", School.MONDAY));
        School.runAll(school.follow);
        school.tell.run();
        assertThat(school.told(li)).as("Mei's revisit is to be opened first").isEmpty();
        school.now = school.now.plusSeconds(119);
        school.tell.run();
        assertThat(school.told(li)).isEmpty();
        school.now = school.now.plusSeconds(2);
        school.tell.run();
        assertThat(school.told(li)).hasSize(1).first().isInstanceOf(Fact.FellDue.class);
    }

    private void say(School.Learner li, boolean given) {
        school.now = school.now.plusSeconds(1);
        record(li, given);
        school.work();
    }

    private void record(School.Learner li, boolean given) {
        school.archive.record(new Delivery(School.TENANT, "learner", UUID.randomUUID().toString(),
                List.of(new Fact.Consented(li.id(), "contact", "any", "consent", "1", given, "me", "learner:" + li.id(),
                        school.now))));
    }

    private static Planned planned(Obligation obligation) {
        return Objects.requireNonNull(obligation.planned());
    }
}
