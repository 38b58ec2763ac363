// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** Sentences about tickets. */
final class TicketWords {
    /** A note of Huifang's own: no channel brings the raiser the question. */
    private static final String UNREACHED = "unreached";

    private TicketWords() {
    }

    static String text(String key, @Nullable Object... places) {
        return I18NProvider.translate(key, places);
    }

    /** Working time in hours and minutes. */
    static String work(Duration time) {
        Duration whole = time.abs();
        return text("tickets.work", whole.toHours(), whole.toMinutesPart());
    }

    /** What is owed next, in a list. */
    static String owed(Ticket ticket, Instant now) {
        Instant respond = ticket.respondBy();
        Instant resolve = ticket.resolveBy();
        if (respond != null && (resolve == null || respond.isBefore(resolve))) {
            return text(respond.isBefore(now) ? "tickets.owed.answer.late" : "tickets.owed.answer",
                    Times.stamp(respond));
        }
        if (resolve != null) {
            return text(resolve.isBefore(now) ? "tickets.owed.solution.late" : "tickets.owed.solution",
                    Times.stamp(resolve));
        }
        return "";
    }

    /** How much working time is left, on a ticket's page. */
    static String left(TicketFile file) {
        Ticket ticket = file.ticket();
        if (ticket.closed() != null) {
            return "";
        }
        if (ticket.paused() != null) {
            return text(file.left().isNegative() ? "tickets.left.paused.late" : "tickets.left.paused",
                    work(file.left()), Times.stamp(ticket.paused()));
        }
        return file.left().isNegative()
                ? text("tickets.left.late", work(file.left()))
                : text("tickets.left", work(file.left()));
    }

    static String missing(Moved.Reason reason) {
        return text("tickets.refused." + reason.name().toLowerCase(Locale.ROOT));
    }

    static String how(String how) {
        return switch (how) {
            case "phone", "person", "message", "link", "page" -> text("tickets.how." + how);
            case "" -> "";
            default -> text("tickets.how.other");
        };
    }

    /** What happened, in one sentence. */
    static String sentence(ThreadEntry entry, Desk desk) {
        String kind = "tickets.entry." + entry.kind().name().toLowerCase(Locale.ROOT);
        return switch (entry.kind()) {
            case ASSIGNED, COVERED -> text(kind, account(entry.text(), desk));
            case ESCALATED -> text(kind, account(entry.text(), desk), entry.how());
            case ASKED, CLOSED_UNANSWERED -> text(kind, entry.text());
            case ANSWERED, CONFIRMED, NOT_SOLVED -> text(kind, how(entry.how()));
            case NOTED -> text(entry.how().equals(UNREACHED) ? "tickets.entry.unreached" : kind);
            // those of before had no end
            case WAITS -> entry.how().isEmpty()
                    ? text(kind)
                    : text("tickets.entry.waits.until", Times.stamp(Instant.parse(entry.how())));
            case LINKED -> entry.text().isEmpty()
                    ? text("tickets.entry.unlinked")
                    : text(kind, desk.changes().find(Desk.tenant(), UUID.fromString(entry.text()))
                            .map(change -> change.title()).orElse(""));
            default -> text(kind);
        };
    }

    /** The words that belong to an entry; none where the sentence says it all. */
    static String said(ThreadEntry entry) {
        return switch (entry.kind()) {
            case ASSIGNED, COVERED, ESCALATED, ASKED, CLOSED_UNANSWERED, LINKED -> "";
            default -> entry.text().strip();
        };
    }

    private static String account(String id, Desk desk) {
        return id.isEmpty() ? text("tickets.nobody") : desk.name(UUID.fromString(id));
    }
}
