// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.util.Optional;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.ticket.Area;
import org.jspecify.annotations.Nullable;

/** Which facts are problems. Each has one key for ever, the entry's number on the timeline. */
final class Problems {
    private static final int TITLE = 80;

    private Problems() {
    }

    /** @param lowSatisfaction answers up to this are problems */
    static Optional<Heard> of(TimelineEntry entry, int lowSatisfaction) {
        return Optional.ofNullable(switch (entry.fact()) {
            case Fact.FeedbackGiven f when f.problem() -> heard(entry, f.learner(), f.obligation(), f.area(), f.code(),
                    title(f.said(), f.code()), f.said(), "staff:" + f.agent());
            case Fact.Complained c when entry.learner() != null -> heard(entry, entry.learner(), null, Area.SERVICE, "",
                    title(c.text(), ""), c.text(), "learner:" + entry.learner());
            case Fact.Answered a when a.satisfaction() != null && a.satisfaction() <= lowSatisfaction -> heard(entry,
                    a.learner(), a.obligation(), Area.LEARNING, "",
                    title(a.comment(), "CSAT " + a.satisfaction() + "/5"), a.comment(), "learner:" + a.learner());
            default -> null;
        });
    }

    private static Heard heard(TimelineEntry entry, UUID learner, @Nullable UUID obligation, Area area, String code,
            String title, String said, String author) {
        return Heard.of(entry.tenant(), "fact:" + entry.id(), learner, entry.course(), obligation, area, code, title,
                said, author, entry.fact().at());
    }

    /** The first line, cut where it becomes too long for a list. */
    static String title(String said, String otherwise) {
        String line = said.strip().lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            return otherwise.isEmpty() ? "…" : otherwise;
        }
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
