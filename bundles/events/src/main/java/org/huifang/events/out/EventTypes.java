// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** What the facts of the timeline are called outside, and the little that is said of each: a time and ids. */
final class EventTypes {
    /** Of a hook that an admin sends to try an endpoint out. */
    static final String TEST = "endpoint.test";

    static final List<String> ALL = List.of("access.granted", "complaint.raised", "consent.changed",
            "course.described", "course.finished", "enrolment.created", "enrolment.deleted", "exam.set",
            "feedback.given", "file.changed", "file.merged", "file.split", "greeting.sent", "learner.launched",
            "lesson.completed",
            "notice.answered", "notice.sent", "promise.made", "purchase.recorded", "questionnaire.answered",
            "refund.asked", "refund.done", "revisit.attempted", "revisit.due", "revisit.exempted",
            "revisit.owed-again", "revisit.rescheduled", "test.taken",
            "ticket.moved");

    private EventTypes() {
    }

    static String of(Fact fact) {
        return switch (fact) {
            case Fact.CourseDescribed c -> "course.described";
            case Fact.Launched l -> "learner.launched";
            case Fact.Enrolled e -> "enrolment.created";
            case Fact.Left l -> "enrolment.deleted";
            case Fact.LessonCompleted l -> "lesson.completed";
            case Fact.CourseFinished f -> "course.finished";
            case Fact.ExamSet e -> "exam.set";
            case Fact.AccessGranted a -> "access.granted";
            case Fact.TestTaken t -> "test.taken";
            case Fact.Complained c -> "complaint.raised";
            case Fact.RefundAsked r -> "refund.asked";
            case Fact.Refunded r -> "refund.done";
            case Fact.FellDue f -> "revisit.due";
            case Fact.Revisited r -> "revisit.attempted";
            case Fact.Answered a -> "questionnaire.answered";
            case Fact.Exempted e -> "revisit.exempted";
            case Fact.OwedAgain o -> "revisit.owed-again";
            case Fact.Rescheduled r -> "revisit.rescheduled";
            case Fact.Notified n -> "notice.sent";
            case Fact.NoticeAnswered n -> "notice.answered";
            case Fact.FeedbackGiven f -> "feedback.given";
            case Fact.Promised p -> "promise.made";
            case Fact.Purchased p -> "purchase.recorded";
            case Fact.TicketMoved t -> "ticket.moved";
            case Fact.Merged m -> "file.merged";
            case Fact.Split s -> "file.split";
            case Fact.Consented c -> "consent.changed";
            case Fact.Greeted greeted -> "greeting.sent";
            case Fact.AboutPerson about -> "file.changed";
        };
    }

    /** {@code {"type": .., "timestamp": .., "data": {"learner": .., "course": .., "obligation": .., "ticket": ..}}}. */
    static String body(TimelineEntry entry) {
        var data = new StringBuilder();
        field(data, "learner", entry.learner());
        field(data, "course", entry.course());
        switch (entry.fact()) {
            case Fact.FromHuifang own -> field(data, "obligation", own.obligation());
            case Fact.TicketMoved moved -> {
                field(data, "ticket", moved.ticket());
                field(data, "course", moved.about());
            }
            default -> {
                // the learner and the course are all there is to say
            }
        }
        return body(of(entry.fact()), entry.fact().at().toString(), data);
    }

    /** All of it are types, times and ids, so that nothing needs to be escaped. */
    static String body(String type, String at, CharSequence data) {
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"data\":{" + data + "}}";
    }

    private static void field(StringBuilder data, String name, @Nullable UUID id) {
        if (id != null) {
            data.append(data.isEmpty() ? "" : ",").append('"').append(name).append("\":\"").append(id).append('"');
        }
    }
}
