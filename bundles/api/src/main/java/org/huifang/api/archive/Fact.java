// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** Something that happened. Facts are only ever added; a later fact may say otherwise, none is changed. */
public sealed interface Fact {
    /** When it happened in the world, not when it was recorded. */
    Instant at();

    /** What a course platform says; the archive resolves its keys. */
    sealed interface FromPlatform extends Fact {
        CourseKey course();
    }

    /** What Huifang did itself, about people and courses that have a file already. */
    sealed interface FromHuifang extends Fact {
        UUID learner();

        UUID course();

        /** The obligation it belongs to. */
        UUID obligation();

        /** The step of the plan: {@code first}, {@code mid}, {@code end}. */
        String step();
    }

    /** The course is called so and lasts so long; null is "says nothing". */
    record CourseDescribed(CourseKey course, @Nullable String title, @Nullable LocalDate start,
            @Nullable LocalDate end, Instant at) implements FromPlatform {}

    /** A person opened Huifang from a course page; also tells that they belong to the course. */
    record Launched(CourseKey course, PersonKey person, Identity identity, CourseRole role, Instant at)
            implements
                FromPlatform {}

    /** A person belongs to a course from now on; again for one who belongs already brings the identity up to date. */
    record Enrolled(CourseKey course, PersonKey person, Identity identity, CourseRole role, Instant at)
            implements
                FromPlatform {}

    /** A person does not belong to a course any more: refunded, moved, withdrawn. */
    record Left(CourseKey course, PersonKey person, Instant at) implements FromPlatform {}

    /**
     * A lesson was completed.
     *
     * @param lesson its title
     * @param progress of the course after it, 0 to 100 per cent
     */
    record LessonCompleted(CourseKey course, PersonKey person, String lesson, int progress, Instant at)
            implements
                FromPlatform {}

    /** A person finished a course. */
    record CourseFinished(CourseKey course, PersonKey person, Instant at) implements FromPlatform {}

    /** The day of a course's exam. */
    record ExamSet(CourseKey course, LocalDate day, Instant at) implements FromPlatform {}

    /**
     * What a person has of a course; null is "says nothing", and the last word counts for each.
     *
     * @param from when their time in the course begins, as the platform has it now; it may be moved. Without it, it begins
     *            when they were enrolled
     * @param until when it ends
     * @param lessonsLeft of those paid for
     */
    record AccessGranted(CourseKey course, PersonKey person, @Nullable Instant from, @Nullable Instant until,
            @Nullable Integer lessonsLeft, Instant at) implements FromPlatform {}

    /**
     * A test was taken.
     *
     * @param test its title
     * @param score 0 to 100
     */
    record TestTaken(CourseKey course, PersonKey person, String test, int score, boolean passed, Instant at)
            implements
                FromPlatform {}

    /** A person complained on the platform. */
    record Complained(CourseKey course, PersonKey person, String text, Instant at) implements FromPlatform {}

    /** A person asked for the money back. @param reason may be empty */
    record RefundAsked(CourseKey course, PersonKey person, String reason, Instant at) implements FromPlatform {}

    /** The money went back; leaving the course is another fact. */
    record Refunded(CourseKey course, PersonKey person, Instant at) implements FromPlatform {}

    /** An obligation entered the queue; it is to be settled by {@code due}. */
    record FellDue(UUID learner, UUID course, UUID obligation, String step, Instant due, Instant at)
            implements
                FromHuifang {}

    /**
     * A contact was attempted.
     *
     * @param state of the obligation after it
     * @param agent the account of whoever tried
     */
    record Revisited(UUID learner, UUID course, UUID obligation, String step, Outcome outcome, State state, String note,
            UUID agent, Instant due, Instant at) implements FromHuifang {}

    /**
     * A questionnaire was handed in, which settles its obligation.
     *
     * @param satisfaction 1 to 5, or null for "prefer not to say"
     * @param recommendation 0 to 10, or null for "prefer not to say"
     */
    record Answered(UUID learner, UUID course, UUID obligation, String step, @Nullable Integer satisfaction,
            @Nullable Integer recommendation, String comment, Instant due, Instant at) implements FromHuifang {}

    /**
     * Nothing is owed any more, for this reason: the person left the course.
     *
     * @param by the account of whoever decided so, or null when it came with what the roster or the plan says
     */
    record Exempted(UUID learner, UUID course, UUID obligation, String step, String reason, @Nullable UUID by,
            Instant at) implements FromHuifang {
        /** By nobody. */
        public Exempted(UUID learner, UUID course, UUID obligation, String step, String reason, Instant at) {
            this(learner, course, obligation, step, reason, null, at);
        }
    }

    /** What was exempt, or declined, is owed again. @param by who decided so; null: the roster, the plan or the learner */
    record OwedAgain(UUID learner, UUID course, UUID obligation, String step, @Nullable UUID by, Instant at)
            implements
                FromHuifang {}

    /** Somebody of the staff moved the contact to another time. */
    record Rescheduled(UUID learner, UUID course, UUID obligation, String step, Instant to, UUID by, Instant at)
            implements
                FromHuifang {}

    /** The learner was told that they will be contacted then on a channel. */
    record Notified(UUID learner, UUID course, UUID obligation, String step, String channel, Instant contact,
            Instant at)
            implements
                FromHuifang {}

    /**
     * The learner answered a notice.
     *
     * @param answer {@code confirmed}, {@code moved}, {@code channel}, {@code declined}
     */
    record NoticeAnswered(UUID learner, UUID course, UUID obligation, String step, String answer, Instant at)
            implements
                FromHuifang {}

    /**
     * What a learner said in a contact, classified.
     *
     * @param code a sub-code, or ""
     * @param problem whether it is to be solved
     */
    record FeedbackGiven(UUID learner, UUID course, UUID obligation, String step, Area area, String code, String said,
            boolean problem, UUID agent, Instant at) implements FromHuifang {}

    /** An agent promised something, until then. */
    record Promised(UUID learner, UUID course, UUID obligation, String step, String what, Instant by, UUID agent,
            Instant at) implements FromHuifang {}

    /** What somebody says about a person, apart from any course. */
    sealed interface AboutPerson extends Fact {
        /** Who did it: {@code staff:<account>}, {@code learner:<id>}, {@code platform:<id>}, {@code hook:<name>}. */
        String author();
    }

    /** About somebody as a source knows them; the archive finds the file, or opens one. */
    sealed interface ByKey extends AboutPerson {
        PersonKey person();
    }

    /** About somebody who has a file already. */
    sealed interface ByFile extends AboutPerson {
        UUID learner();
    }

    /**
     * A list or another system tells of a person.
     *
     * @param file the file that the key belongs to where the teller knows it; a key that the archive knows stays where it
     * is, a new one opens a file when this is null
     * @param values by {@link Field#key()}; what is not named is not said, "" is "has none"
     */
    record PersonDescribed(PersonKey person, @Nullable UUID file, Map<String, String> values, Confidence confidence,
            String author, Instant at) implements ByKey {
        public PersonDescribed {
            values = Map.copyOf(values);
        }
    }

    /**
     * What the delivery's source said of this person is taken back: other sources' values hold again, and a file of
     * which nothing is left is shown no more. It all stays on record.
     */
    record PersonWithdrawn(PersonKey person, String author, Instant at) implements ByKey {}

    /**
     * Something was bought, renewed or given back, for this person.
     *
     * @param order the shop's id of it; what is said again of an order replaces what was said before
     * @param title what was bought, as the shop calls it
     * @param until when it ends, or null for what does not end
     */
    record Purchased(PersonKey person, String order, String title, Purchase.Kind kind, @Nullable Instant until,
            String author, Instant at) implements ByKey {}

    /**
     * A value of a file, said by the delivery's source.
     *
     * @param field a {@link Field#key()}
     * @param value "" is "has none", or takes back what this source said
     */
    record ValueSaid(UUID learner, String field, String value, Confidence confidence, String author, Instant at)
            implements
                ByFile {}

    /**
     * A value was held against the person or a document. It changes no value; what was found wrong holds only where
     * nobody says anything else. The opposite of the same value and instant takes a check back.
     *
     * @param value that was on file when it was checked
     */
    record ValueChecked(UUID learner, String field, String value, boolean correct, String author, Instant at)
            implements
                ByFile {}

    /**
     * A value that stands masked on the screens of staff was shown in full to one of them.
     *
     * @param field a {@link Field#key()}
     * @param reason {@code call}, {@code check} with the person or a document, {@code asked} by the person, {@code other}
     */
    record Revealed(UUID learner, String field, String reason, String author, Instant at) implements ByFile {}

    /** Two files are one person's; from now on they are shown as one, under {@code learner}. */
    record Merged(UUID learner, UUID absorbed, String reason, String author, Instant at) implements ByFile {}

    /** A file that was shown under {@code learner} is shown by itself again, as two people's. */
    record Split(UUID learner, UUID released, String reason, String author, Instant at) implements ByFile {
        /** The reason of who takes a merge back and has not decided whether the files are two people's. */
        public static final String UNDONE = "↶";
    }

    /** Two files look alike and are two persons'. */
    record KeptApart(UUID learner, UUID other, String author, Instant at) implements ByFile {}

    /**
     * A tag was put on a file, or taken off.
     *
     * @param tag 1 to 60 characters
     */
    record Tagged(UUID learner, String tag, boolean on, String author, Instant at) implements ByFile {
        public Tagged {
            if (tag.isBlank() || tag.length() > 60) {
                throw new IllegalArgumentException("a tag has 1 to 60 characters");
            }
        }
    }

    /**
     * Somebody was wished well.
     *
     * @param occasion {@code birthday}, {@code festival}, {@code milestone}, {@code finished}
     * @param author whoever sent it: {@code huifang}
     */
    record Greeted(UUID learner, String occasion, String channel, String author, Instant at) implements ByFile {}

    /** A colleague keeps this file from now on; null for nobody any more. */
    record KeeperNamed(UUID learner, @Nullable UUID account, String author, Instant at) implements ByFile {}

    /**
     * A ticket was raised, or moved on.
     *
     * @param about the course, or null
     * @param title of the ticket
     * @param said to the raiser, or by them; may be empty
     */
    record TicketMoved(UUID learner, UUID ticket, @Nullable UUID about, String title, TicketState state, String said,
            String author, Instant at) implements ByFile {}

    /** Another person stands in this relation to the learner, or does so no more. */
    record Linked(UUID learner, UUID person, Relation relation, boolean on, String author, Instant at)
            implements
                ByFile {}

    /**
     * Consent was given, refused or withdrawn.
     *
     * @param purpose {@code revisit}, {@code survey}, {@code care}, {@code recording}, {@code marketing}, or the tenant's
     * @param channel {@code phone}, {@code sms}, {@code email}, {@code wechat}, {@code lms}, or {@code any}
     * @param basis the legal basis: {@code consent}, {@code contract}, {@code guardian}
     * @param version of the text that was agreed to
     * @param proof where it can be seen: a launch, a recording, a form
     */
    record Consented(UUID learner, String purpose, String channel, String basis, String version, boolean given,
            String proof, String author, Instant at) implements ByFile {}
}
