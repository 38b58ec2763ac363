// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * What each move makes of a ticket: pure, so that the rules of closing can be read in one place. The database refuses a
 * close without cause, action and word a second time.
 */
final class Steps {
    static final int LONGEST = 5_000;

    /** What came of a move: nothing for {@link #refused}, else the ticket after it. */
    static final class Taken {
        final Case after;
        final List<Line> lines;
        final Set<Moved.Reason> refused;
        final String said;
        final Post.@Nullable Kind post;
        /** Whether the last question is to be tried once more. */
        final boolean askedAnew;

        private Taken(Case after, List<Line> lines, Set<Moved.Reason> refused, String said,
                Post.@Nullable Kind post, boolean askedAnew) {
            this.after = after;
            this.lines = List.copyOf(lines);
            this.refused = refused;
            this.said = said;
            this.post = post;
            this.askedAnew = askedAnew;
        }

        /** Colleagues' notes are not for the learner's timeline. */
        boolean toTell() {
            return lines.stream().anyMatch(line -> line.kind() != ThreadEntry.Kind.NOTED
                    && line.kind() != ThreadEntry.Kind.DESCRIBED && line.kind() != ThreadEntry.Kind.LINKED
                    && line.kind() != ThreadEntry.Kind.CLASSIFIED);
        }
    }

    private final Case before;
    private final WorkCalendar work;
    private final TicketRules.Term term;
    private final TicketRules.Limits limits;
    private final Instant now;
    private final String author;
    private final List<Line> lines = new ArrayList<>();

    Steps(Case before, WorkCalendar work, TicketRules.Term term, TicketRules.Limits limits, Instant now,
            String author) {
        this.before = before;
        this.work = work;
        this.term = term;
        this.limits = limits;
        this.now = now;
        this.author = author;
    }

    Taken take(Move move) {
        return switch (move) {
            case Move.Answer(String text, String how) -> answer(Text.of(text, LONGEST), how);
            case Move.Note(String text) -> text.isBlank()
                    ? refused(Moved.Reason.TEXT_MISSING)
                    : done(before, ThreadEntry.Kind.NOTED, Text.of(text, LONGEST));
            case Move.Wait(String why, Integer days) -> pause(Text.of(why, LONGEST),
                    days == null ? Move.Wait.DAYS : days);
            case Move.GoOn() -> goOn();
            case Move.Describe said -> describe(said);
            case Move.Solve(String cause, String action, String text) -> solve(
                    before.solution().described(Text.of(cause, LONGEST), Text.of(action, LONGEST)),
                    Text.of(text, LONGEST));
            case Move.Confirm(String how, String text) -> confirm(how, Text.of(text, LONGEST));
            case Move.NotSolved(String how, String text) -> notSolved(how, Text.of(text, LONGEST));
            case Move.Close() -> close();
            case Move.Reopen(String why) -> over()
                    ? again(ThreadEntry.Kind.REOPENED, "", Text.of(why, LONGEST))
                    : refused(Moved.Reason.NOT_IN_THIS_STATE);
            case Move.Classify(var area, String code) -> done(before.classified(area, code),
                    ThreadEntry.Kind.CLASSIFIED, area.name() + (code.isEmpty() ? "" : " " + code));
            case Move.Link(var change) -> done(before.linked(change), ThreadEntry.Kind.LINKED,
                    change == null ? "" : change.toString());
        };
    }

    /**
     * The raiser is asked once more, or it is closed because the questions of the rule are all asked. As long as one of
     * them came to nobody, that one is tried again instead.
     */
    Taken askAgain(Instant dueAt, Post.Reached reached) {
        Solution s = before.solution();
        if (!AskAgain.due(before, dueAt)) {
            return refused(Moved.Reason.NOT_IN_THIS_STATE);
        }
        if (reached.heard() < s.asked()) {
            return unreached(reached);
        }
        Instant heard = reached.last();
        Instant patience = step(heard == null ? now : heard);
        if (heard != null && patience.isAfter(now)) {
            // it was long on its way, and whoever has it since today may think about it
            return taken(before.with(s.askedLater(patience)), "", null);
        }
        if (s.asked() < limits.asks()) {
            Instant first = s.askedFirst() == null ? now : s.askedFirst();
            return ask(before.with(s.asked(now, next(first, s.asked() + 1))), "");
        }
        lines.add(line(ThreadEntry.Kind.CLOSED_UNANSWERED, Integer.toString(s.asked()), ""));
        return taken(before.closed(now, before.clocks().ended(now, work), true), "", null);
    }

    /** Silence of whom no question came to is no answer; a colleague has to ask them. */
    private Taken unreached(Post.Reached reached) {
        if (!reached.said()) {
            lines.add(line(ThreadEntry.Kind.NOTED, "", Line.UNREACHED));
        }
        return new Taken(before.with(before.solution().askedInVain(reached.heard(), now, step(now))), lines, Set.of(),
                "", null, true);
    }

    private Taken answer(String text, String how) {
        if (text.isEmpty()) {
            return refused(Moved.Reason.TEXT_MISSING);
        }
        Case after = before.state() == TicketState.NEW ? before.in(TicketState.WORKING) : before;
        lines.add(line(ThreadEntry.Kind.ANSWERED, text, how));
        return taken(after.with(after.clocks().answered(now)), text, how.equals("message") ? Post.Kind.REPLY : null);
    }

    /** The day has come until which it was to wait at the most. */
    Taken endWait() {
        Instant until = before.clocks().waits();
        return until == null || until.isAfter(now) ? refused(Moved.Reason.NOT_IN_THIS_STATE) : goOn();
    }

    private Taken goOn() {
        return before.state() == TicketState.WAITING
                ? done(before.in(TicketState.WORKING).with(before.clocks().going(now, work)),
                        ThreadEntry.Kind.WENT_ON, "")
                : refused(Moved.Reason.NOT_IN_THIS_STATE);
    }

    private Taken pause(String why, int days) {
        if (before.state() != TicketState.WORKING) {
            return refused(before.state() == TicketState.NEW
                    ? Moved.Reason.ANSWER_MISSING
                    : Moved.Reason.NOT_IN_THIS_STATE);
        }
        if (before.clocks().responded() == null) {
            return refused(Moved.Reason.ANSWER_MISSING);
        }
        if (why.isEmpty()) {
            return refused(Moved.Reason.TEXT_MISSING);
        }
        Instant until = Clocks.beginOfDay(work, now, days);
        lines.add(line(ThreadEntry.Kind.WAITS, why, until.toString()));
        return taken(before.in(TicketState.WAITING).with(before.clocks().waiting(now, work, until)), "", null);
    }

    private Taken describe(Move.Describe said) {
        if (!before.solution().seenBy(said)) {
            return refused(Moved.Reason.CHANGED_MEANWHILE);
        }
        Solution described = before.solution().described(said);
        if (over() && !described.known()) {
            return refused(missing(described));
        }
        return done(before.with(described), ThreadEntry.Kind.DESCRIBED, described.words());
    }

    private Taken solve(Solution described, String text) {
        if (over()) {
            return refused(Moved.Reason.NOT_IN_THIS_STATE);
        }
        if (!described.known()) {
            return refused(missing(described));
        }
        Case solved = before.in(TicketState.SOLVED).with(before.clocks().answered(now).stopped(now, work))
                .with(described);
        lines.add(line(ThreadEntry.Kind.SOLVED, text, ""));
        if (described.confirmation() != null) {
            return closed(solved, text);
        }
        return ask(solved.with(described.asked(now, next(now, 1))), text);
    }

    private Taken ask(Case after, String text) {
        lines.add(line(ThreadEntry.Kind.ASKED, Integer.toString(after.solution().asked()), ""));
        return taken(after, text, Post.Kind.ASK);
    }

    private Taken confirm(String how, String text) {
        if (before.state() == TicketState.CLOSED && !before.unanswered()) {
            return refused(Moved.Reason.NOT_IN_THIS_STATE);
        }
        Case after = before.with(before.solution().confirmed(new TicketFile.Confirmation(now, how, author)));
        lines.add(line(ThreadEntry.Kind.CONFIRMED, text, how));
        return after.solution().known() ? closed(after, text) : taken(after, text, null);
    }

    private Taken notSolved(String how, String text) {
        if (over()) {
            return again(ThreadEntry.Kind.NOT_SOLVED, how, text);
        }
        lines.add(line(ThreadEntry.Kind.NOT_SOLVED, text, how));
        return taken(before.with(before.solution().failed()), text, null);
    }

    private Taken close() {
        Set<Moved.Reason> missing = missing(before.solution());
        if (before.solution().confirmation() == null) {
            missing.add(Moved.Reason.CONFIRMATION_MISSING);
        }
        if (before.state() == TicketState.CLOSED) {
            return refused(Moved.Reason.NOT_IN_THIS_STATE);
        }
        return missing.isEmpty() ? closed(before, "") : refused(missing);
    }

    private Taken closed(Case solved, String text) {
        lines.add(line(ThreadEntry.Kind.CLOSED, "", ""));
        return taken(solved.closed(now, solved.clocks().ended(now, work), false), text, null);
    }

    private Taken again(ThreadEntry.Kind kind, String how, String text) {
        lines.add(line(kind, text, how));
        return taken(before.again(before.clocks().again(now, work, term)), text, null);
    }

    private boolean over() {
        return before.state() == TicketState.SOLVED || before.state() == TicketState.CLOSED;
    }

    /**
     * When to ask again after so many questions: spread over the days of the rule, then their end; and never sooner
     * than one may think about the last, which may have been asked late.
     */
    private Instant next(Instant first, int asked) {
        if (asked < limits.asks()) {
            return later(step(now), Clocks.beginOfDay(work, first,
                    Math.max(1, asked * limits.askDays() / limits.asks())));
        }
        return later(step(now), later(Clocks.endOfDay(work, first, limits.askDays()),
                first.plus(Duration.ofDays(limits.askDays()))));
    }

    /** As many working days later as lie between two questions. */
    private Instant step(Instant from) {
        return Clocks.beginOfDay(work, from, Math.max(1, limits.askDays() / limits.asks()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Set<Moved.Reason> missing(Solution solution) {
        Set<Moved.Reason> missing = EnumSet.noneOf(Moved.Reason.class);
        if (solution.cause().isBlank()) {
            missing.add(Moved.Reason.CAUSE_MISSING);
        }
        if (solution.action().isBlank()) {
            missing.add(Moved.Reason.ACTION_MISSING);
        }
        return missing;
    }

    private Taken done(Case after, ThreadEntry.Kind kind, String text) {
        lines.add(line(kind, text, ""));
        return taken(after, text, null);
    }

    private Taken taken(Case after, String said, Post.@Nullable Kind post) {
        return new Taken(after, lines, Set.of(), said, post, false);
    }

    private Taken refused(Moved.Reason reason) {
        return refused(Set.of(reason));
    }

    private Taken refused(Set<Moved.Reason> reasons) {
        return new Taken(before, List.of(), reasons, "", null, false);
    }

    private Line line(ThreadEntry.Kind kind, String text, String how) {
        return new Line(kind, text, how, author, now);
    }
}
