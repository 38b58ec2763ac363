// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** One entry of a timeline: what happened in a sentence, what was said, when, and who says so. */
public final class Happened extends Composite<ListItem> implements MoreList.Row<TimelineEntry> {
    private static final String STAFF = "staff:";

    /**
     * What instructors may know of: who studies how, and that a questionnaire was handed in; nothing of what anybody said
     * to the school.
     */
    public static final Set<Class<? extends Fact>> STUDYING = Set.of(Fact.Enrolled.class, Fact.Left.class,
            Fact.LessonCompleted.class, Fact.CourseFinished.class, Fact.TestTaken.class, Fact.Launched.class,
            Fact.Answered.class);

    /** How much of an entry the viewer may read. */
    public enum Detail {
        /** Everything, for staff who look after the learner. */
        ALL,
        /** Without answers, comments and notes, for those who must not know who said what: instructors. */
        NOT_WHAT_WAS_SAID
    }

    /** @param course its title, or empty where all entries are of one course */
    public Happened(TimelineEntry entry, String course, Detail detail) {
        this(entry, course, detail, account -> "");
    }

    /**
     * @param course its title, or empty where all entries are of one course
     * @param names of accounts; empty for those that are not known
     */
    public Happened(TimelineEntry entry, String course, Detail detail, Function<UUID, String> names) {
        var fact = entry.fact();
        var sentence = new Span(sentence(fact, detail));
        var when = new Span(Times.stamp(fact.at()) + " · " + from(entry, names)
                + (course.isEmpty() ? "" : " · " + course));
        when.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        var text = new Div(sentence);
        text.addClassNames(Flex.ONE, MinWidth.NONE);
        var said = said(fact, detail);
        if (!said.isBlank()) {
            var words = new Paragraph(said);
            words.addClassNames(Margin.Vertical.XSMALL, Padding.Left.SMALL, Whitespace.PRE_LINE, TextColor.BODY);
            text.add(words);
        }
        text.add(new Div(when));
        var icon = Pieces.icon(icon(fact), TextColor.SECONDARY, Flex.NONE, Margin.Top.XSMALL);
        getContent().addClassNames(Display.FLEX, AlignItems.START, Gap.SMALL, Padding.Vertical.XSMALL);
        getContent().add(icon, text);
    }

    /** Does nothing: an entry of a timeline never changes. */
    @Override
    public void show(TimelineEntry entry) {
        // shown since it was made
    }

    /** Who says so: a colleague by name, else where it came from. */
    public static String from(TimelineEntry entry, Function<UUID, String> names) {
        var name = colleague(entry.fact()).map(names).orElse("");
        return name.isEmpty() ? Words.source(entry.source()) : name;
    }

    private static Optional<UUID> colleague(Fact fact) {
        return switch (fact) {
            case Fact.Revisited r -> Optional.of(r.agent());
            case Fact.FeedbackGiven f -> Optional.of(f.agent());
            case Fact.Promised p -> Optional.of(p.agent());
            case Fact.Exempted e -> Optional.ofNullable(e.by());
            case Fact.OwedAgain o -> Optional.ofNullable(o.by());
            case Fact.Rescheduled r -> Optional.of(r.by());
            case Fact.AboutPerson a when a.author().matches(STAFF + "[0-9a-f-]{36}") ->
                Optional.of(UUID.fromString(a.author().substring(STAFF.length())));
            default -> Optional.empty();
        };
    }

    /** What happened, in one sentence. */
    public static String sentence(Fact fact, Detail detail) {
        return switch (fact) {
            case Fact.CourseDescribed d -> text("coursedescribed");
            case Fact.Launched l -> text("launched");
            case Fact.Enrolled e -> text("enrolled", Words.of(e.role()));
            case Fact.Left l -> text("left");
            case Fact.LessonCompleted l -> text("lessoncompleted", l.lesson(), l.progress());
            case Fact.CourseFinished f -> text("coursefinished");
            case Fact.FellDue d -> text("felldue", Words.contact(d.step()), Times.stamp(d.due()));
            case Fact.Revisited r -> text("revisited", Words.contact(r.step()), Words.of(r.outcome()));
            case Fact.Answered a -> detail == Detail.ALL
                    ? text("answered", Words.contact(a.step()),
                            answer(a.satisfaction()), answer(a.recommendation()))
                    : text("handedin", Words.contact(a.step()));
            case Fact.Exempted e -> text("exempted", Words.contact(e.step()), Words.reason(e.reason()));
            case Fact.OwedAgain o -> text("owedagain", Words.contact(o.step()));
            case Fact.Rescheduled r -> text("rescheduled", Words.contact(r.step()), Times.stamp(r.to()));
            case Fact.ExamSet e -> text("examset", e.day().toString());
            case Fact.AccessGranted a -> access(a);
            case Fact.TestTaken t -> text(t.passed() ? "testpassed" : "testfailed", t.test(), t.score());
            case Fact.Complained c -> text("complained");
            case Fact.RefundAsked r -> text("refundasked");
            case Fact.Refunded r -> text("refunded");
            case Fact.Notified n -> text("notified", Words.contact(n.step()), Words.channel(n.channel()),
                    Times.stamp(n.contact()));
            case Fact.NoticeAnswered n -> text("notice." + n.answer(), Words.contact(n.step()));
            case Fact.FeedbackGiven f -> text(f.problem() ? "problem" : "feedback", Words.of(f.area()));
            case Fact.Promised p -> text("promised", Times.stamp(p.by()));
            case Fact.TicketMoved t -> text("ticket." + t.state().name().toLowerCase(Locale.ROOT), t.title());
            case Fact.PersonDescribed d -> text("persondescribed", d.values().size());
            case Fact.PersonWithdrawn w -> text("personwithdrawn");
            case Fact.Purchased p -> text("purchased." + p.kind().name().toLowerCase(Locale.ROOT), p.title());
            case Fact.ValueSaid s when s.value().isEmpty() -> text("valueemptied", Words.field(s.field()));
            case Fact.ValueSaid s -> text("valuesaid", Words.field(s.field()));
            case Fact.ValueChecked c when c.correct() -> text("valueright", Words.field(c.field()));
            case Fact.ValueChecked c -> text("valuewrong", Words.field(c.field()));
            case Fact.Revealed r -> text("revealed", Words.field(r.field()), Words.revealed(r.reason()));
            case Fact.Merged m -> text("merged");
            case Fact.Split s -> text("split");
            case Fact.KeptApart k -> text("keptapart");
            case Fact.Tagged t -> text(t.on() ? "tagged" : "untagged", t.tag());
            case Fact.Greeted g -> text("greeted", Words.occasion(g.occasion()), Words.channel(g.channel()));
            case Fact.KeeperNamed n -> text(n.account() == null ? "keepergone" : "keepernamed");
            case Fact.Linked l -> text(l.on() ? "linked" : "unlinked", Words.of(l.relation()));
            case Fact.Consented c -> text(c.given() ? "consented" : "withdrew", Words.purpose(c.purpose()),
                    Words.channel(c.channel()));
        };
    }

    /** The words of a person that belong to an entry; none for those who must not know them. */
    public static String said(Fact fact, Detail detail) {
        return switch (fact) {
            case Fact.Revisited r when detail == Detail.ALL -> r.note();
            case Fact.Answered a when detail == Detail.ALL -> a.comment();
            case Fact.Complained c when detail == Detail.ALL -> c.text();
            case Fact.RefundAsked r when detail == Detail.ALL -> r.reason();
            case Fact.FeedbackGiven f when detail == Detail.ALL -> f.said();
            case Fact.Promised p when detail == Detail.ALL -> p.what();
            case Fact.TicketMoved t when detail == Detail.ALL -> t.said();
            case Fact.Merged m when detail == Detail.ALL -> m.reason();
            case Fact.Split s when detail == Detail.ALL -> s.reason();
            default -> "";
        };
    }

    private static VaadinIcon icon(Fact fact) {
        return switch (fact) {
            case Fact.CourseDescribed d -> VaadinIcon.INFO_CIRCLE_O;
            case Fact.Launched l -> VaadinIcon.SIGN_IN;
            case Fact.Enrolled e -> VaadinIcon.PLUS_CIRCLE_O;
            case Fact.Left l -> VaadinIcon.SIGN_OUT;
            case Fact.LessonCompleted l -> VaadinIcon.OPEN_BOOK;
            case Fact.CourseFinished f -> VaadinIcon.ACADEMY_CAP;
            case Fact.FellDue d -> VaadinIcon.CLOCK;
            case Fact.Revisited r -> VaadinIcon.PHONE;
            case Fact.Answered a -> VaadinIcon.CLIPBOARD_TEXT;
            case Fact.Exempted e -> VaadinIcon.MINUS_CIRCLE_O;
            case Fact.OwedAgain o -> VaadinIcon.REFRESH;
            case Fact.Rescheduled r -> VaadinIcon.CALENDAR_CLOCK;
            case Fact.ExamSet e -> VaadinIcon.CALENDAR;
            case Fact.AccessGranted a -> VaadinIcon.TICKET;
            case Fact.TestTaken t -> VaadinIcon.DIPLOMA;
            case Fact.Complained c -> VaadinIcon.EXCLAMATION_CIRCLE_O;
            case Fact.RefundAsked r -> VaadinIcon.MONEY_WITHDRAW;
            case Fact.Refunded r -> VaadinIcon.MONEY_WITHDRAW;
            case Fact.Notified n -> VaadinIcon.ENVELOPE;
            case Fact.NoticeAnswered n -> VaadinIcon.REPLY;
            case Fact.FeedbackGiven f -> VaadinIcon.COMMENT_O;
            case Fact.Promised p -> VaadinIcon.HANDSHAKE;
            case Fact.TicketMoved t -> VaadinIcon.TOOLS;
            case Fact.PersonDescribed d -> VaadinIcon.TABLE;
            case Fact.PersonWithdrawn w -> VaadinIcon.ARROW_BACKWARD;
            case Fact.Purchased p -> VaadinIcon.CART_O;
            case Fact.ValueSaid s -> VaadinIcon.PENCIL;
            case Fact.ValueChecked c -> VaadinIcon.CHECK_SQUARE_O;
            case Fact.Revealed r -> VaadinIcon.EYE;
            case Fact.Merged m -> VaadinIcon.COMPRESS_SQUARE;
            case Fact.Split s -> VaadinIcon.EXPAND_SQUARE;
            case Fact.KeptApart k -> VaadinIcon.SPLIT;
            case Fact.Tagged t -> VaadinIcon.TAG;
            case Fact.Greeted g -> VaadinIcon.GIFT;
            case Fact.KeeperNamed n -> VaadinIcon.USER_STAR;
            case Fact.Linked l -> VaadinIcon.GROUP;
            case Fact.Consented c -> VaadinIcon.HANDSHAKE;
        };
    }

    private static String answer(@Nullable Integer value) {
        return value == null ? text("unanswered") : value.toString();
    }

    private static String access(Fact.AccessGranted said) {
        var from = said.from();
        var until = said.until();
        var dates = from == null
                ? until == null ? null : text("accessuntil", Times.day(until))
                : until == null
                        ? text("accessfrom", Times.day(from))
                        : text("accessbetween", Times.day(from), Times.day(until));
        var left = said.lessonsLeft();
        return dates == null
                ? text("accesslessons", left == null ? 0 : left)
                : left == null ? dates : text("accessboth", dates, left);
    }

    private static String text(String name, Object... arguments) {
        return I18NProvider.translate("ui.fact." + name, arguments);
    }
}
