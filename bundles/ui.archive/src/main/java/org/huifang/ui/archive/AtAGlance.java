// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketState;
import org.huifang.api.ticket.Tickets;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * What one is to know of a person before anything else: whether and how they may be contacted, what was promised to them,
 * which problems are open.
 */
final class AtAGlance extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final String REVISIT = "revisit";
    private static final String SURVEY = "survey";
    private static final int MOST_TICKETS = 5;

    private record Known(@Nullable Reach reach, List<Obligation> promises, List<Ticket> tickets) {}

    private final transient @Nullable Reachability reachability;
    private final transient @Nullable Tickets tickets;
    private final transient InstantSource clock;
    private transient @Nullable Known shown;

    /** Says nothing of what it has no service for. */
    AtAGlance(@Nullable Reachability reachability, @Nullable Tickets tickets, InstantSource clock) {
        this.reachability = reachability;
        this.tickets = tickets;
        this.clock = clock;
        setVisible(false);
    }

    /** @param owed all obligations of the person */
    void show(LearnerFile file, List<Obligation> owed) {
        TenantId tenant = Viewer.current().tenant();
        var now = new Known(
                reachability == null
                        ? null
                        : reachability.of(tenant, List.of(file.id()), Set.of(REVISIT, SURVEY), clock.instant())
                                .get(file.id()),
                owed.stream().filter(one -> one.origin() == Origin.PROMISE && one.state().open()).toList(),
                tickets == null
                        ? List.of()
                        : tickets.of(tenant, file.parts()).stream().filter(one -> one.state() != TicketState.CLOSED)
                                .toList());
        if (!now.equals(shown)) {
            shown = now;
            draw(now);
        }
        setVisible(getContent().getComponentCount() > 0);
    }

    private void draw(Known now) {
        getContent().removeAll();
        var lines = Layouts.slimColumn();
        if (now.reach != null) {
            lines.add(contact(now.reach));
        }
        now.promises.forEach(promise -> lines.add(promise(promise)));
        now.tickets.stream().limit(MOST_TICKETS).forEach(ticket -> lines.add(ticket(ticket)));
        if (now.tickets.size() > MOST_TICKETS) {
            lines.add(Pieces.quiet(getTranslation("files.glance.tickets", now.tickets.size() - MOST_TICKETS)));
        }
        if (lines.getComponentCount() > 0) {
            getContent().add(lines);
        }
    }

    private Component contact(Reach reach) {
        var may = channels(reach, channel -> reach.may(REVISIT, channel));
        var line = Layouts.line();
        if (may.isEmpty()) {
            var why = reach.barriers().getOrDefault(REVISIT, Map.of()).values().stream().findFirst();
            line.add(Pieces.state(VaadinIcon.BAN, getTranslation("files.glance.maynot",
                    why.map(AtAGlance::word).orElseGet(() -> Words.of(Hold.Reason.NO_CONTACT_POINT))),
                    TextColor.ERROR));
            return line;
        }
        line.add(Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("files.glance.may", words(may)),
                TextColor.SUCCESS));
        reach.barriers().getOrDefault(REVISIT, Map.of()).entrySet().stream()
                .filter(each -> reach.points().containsKey(each.getKey())).sorted(Map.Entry.comparingByKey())
                .forEach(each -> line.add(Pieces.quiet(getTranslation("files.glance.not", Words.channel(each.getKey()),
                        word(each.getValue())))));
        if (channels(reach, channel -> reach.may(SURVEY, channel)).isEmpty()) {
            reach.barriers().getOrDefault(SURVEY, Map.of()).values().stream().findFirst()
                    .ifPresent(why -> line.add(Pieces.quiet(getTranslation("files.glance.nosurvey", word(why)))));
        }
        return line;
    }

    private Component promise(Obligation promise) {
        boolean late = promise.due().isBefore(clock.instant());
        return Pieces.state(VaadinIcon.HANDSHAKE, getTranslation(
                late ? "files.glance.promise.late" : "files.glance.promise", Times.stamp(promise.due()),
                Words.what(promise)), late ? TextColor.ERROR : TextColor.BODY);
    }

    private Component ticket(Ticket ticket) {
        boolean late = ticket.late(clock.instant());
        return Layouts.line(Pieces.state(VaadinIcon.TOOLS, Words.of(ticket.state()),
                late ? TextColor.ERROR : TextColor.BODY),
                Links.link("#" + ticket.number() + " " + ticket.title(), "tickets/" + ticket.id()));
    }

    private static List<String> channels(Reach reach, Predicate<String> allowed) {
        return Reachability.CHANNELS.stream().filter(reach.points()::containsKey).filter(allowed).toList();
    }

    private String words(List<String> channels) {
        return channels.stream().map(Words::channel).collect(Collectors.joining(getTranslation("files.glance.and")));
    }

    private static String word(Reach.Barrier barrier) {
        return Words.of(Hold.Reason.valueOf(barrier.name()));
    }
}
