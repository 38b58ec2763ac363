// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.ListStyleType;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.consent.Consents;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Happened;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** The person of the case in hand: what was promised, who it is, what was said before, what happened last. */
final class CaseFile extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LAST = 3;

    private record Shown(Obligation obligation, LearnerFile file, List<Obligation> all, List<TimelineEntry> last) {}

    private final transient LearnerArchive archive;
    private final transient Revisits revisits;
    private final transient InstantSource clock;
    private final AskAlso also;
    private final MayCall may;
    private final Div head = part();
    private final Div tail = part();
    private transient @Nullable Shown shown;

    CaseFile(Asking asking, Revisits revisits, @Nullable Consents consents) {
        may = new MayCall(consents, asking.clock());
        this.archive = asking.archive();
        this.revisits = revisits;
        this.clock = asking.clock();
        also = new AskAlso(asking);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
    }

    private static Div part() {
        var part = new Div();
        part.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        return part;
    }

    /** Shows the person of this case; what has not changed stays as it is. */
    void show(Obligation obligation) {
        var tenant = Viewer.current().tenant();
        var file = archive.file(tenant, obligation.learner()).orElse(null);
        if (file == null) {
            getContent().removeAll();
            getContent().add(new Paragraph(getTranslation("revisit.case.nofile")));
            shown = null;
            return;
        }
        var now = new Shown(obligation, file, revisits.of(tenant, file.parts()),
                archive.timeline(tenant, file.id(), null, LAST).items());
        may.show(file.id());
        if (now.equals(shown)) {
            return;
        }
        if (head.getParent().isEmpty()) {
            getContent().removeAll();
            getContent().add(may, head, also, tail);
        }
        shown = now;
        head.removeAll();
        head.add(header(now), promise(now), facts(now));
        also.show(obligation, file.id());
        tail.removeAll();
        notes(now);
        last(now);
    }

    private Component header(Shown now) {
        var name = new H2(now.file.name());
        name.addClassNames(FontSize.XLARGE, Margin.NONE);
        var line = new Div(new StateBadge(now.obligation.state()), Layouts.quiet(Words.step(now.obligation.step())),
                Layouts.quiet(course(now.file, now.obligation)),
                Layouts.quiet(getTranslation("revisit.queue.by", Times.stamp(now.obligation.due()))));
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.Column.MEDIUM);
        return new Div(name, line, Links.link(getTranslation("revisit.case.file"), "files/" + now.file.id()));
    }

    /** What was promised last stands first; without a promise nothing does. */
    private Component promise(Shown now) {
        var box = new Div();
        now.obligation.attempts().stream().filter(a -> a.outcome() == Outcome.CALL_BACK && a.callBack() != null)
                .reduce((a, b) -> b).map(Attempt::callBack).ifPresentOrElse(at -> {
                    box.add(Layouts.icon(VaadinIcon.CLOCK),
                            new Span(getTranslation("revisit.case.promise", Times.stamp(at))));
                    box.addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, FontWeight.SEMIBOLD);
                }, () -> box.setVisible(false));
        return box;
    }

    private Component facts(Shown now) {
        var list = new DescriptionList();
        list.addClassNames(Margin.NONE, Display.FLEX, FlexWrap.WRAP, Gap.Column.XLARGE, Gap.Row.SMALL);
        now.file.values().stream().filter(value -> !value.field().equals("name"))
                .forEach(value -> fact(list, Words.field(value.field()), value(value)));
        now.file.enrolments().stream().filter(e -> e.course().equals(now.obligation.course())).findFirst()
                .ifPresent(e -> fact(list, getTranslation("revisit.case.progress"),
                        new Text(getTranslation("revisit.case.progress.value", e.progress(), Words.of(e.stage())))));
        return list;
    }

    private static void fact(DescriptionList list, String term, Component value) {
        var label = new DescriptionList.Term(term);
        label.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        var description = new DescriptionList.Description(value);
        description.addClassNames(Margin.NONE);
        list.add(new Div(label, description));
    }

    private Component value(FieldValue value) {
        return switch (value.field()) {
            case "phone" -> new Anchor("tel:" + value.value().replaceAll("[^0-9+*#]", ""), value.value());
            case "timeZone" -> new Text(theirTime(value.value()));
            default -> new Text(value.value());
        };
    }

    /** As {@code Asia/Shanghai, 19:00 there (12:00 here)}, because calls are made in the learner's day. */
    private String theirTime(String zone) {
        var here = Times.zone();
        var there = Times.zone(zone, here);
        var now = clock.instant();
        return there.getRules().getOffset(now).equals(here.getRules().getOffset(now))
                ? getTranslation("revisit.case.sametime", zone, Times.clock(now, there))
                : getTranslation("revisit.case.theirtime", zone, Times.clock(now, there), Times.clock(now, here));
    }

    private void notes(Shown now) {
        var notes = now.all.stream()
                .flatMap(o -> o.attempts().stream().map(a -> note(o, a)).flatMap(Stream::ofNullable))
                .sorted(Comparator.comparing(Note::attempt, Comparator.comparing(Attempt::at).reversed())).limit(LAST)
                .toList();
        if (notes.isEmpty()) {
            return;
        }
        tail.add(heading("revisit.case.notes"));
        for (var note : notes) {
            var text = new Paragraph(note.attempt.note());
            text.addClassNames(Margin.NONE, Whitespace.PRE_LINE);
            tail.add(new Div(text, Layouts.quiet(Times.stamp(note.attempt.at()) + " · "
                    + Words.step(note.obligation.step()) + " · " + Words.of(note.attempt.outcome()))));
        }
    }

    private record Note(Obligation obligation, Attempt attempt) {}

    private static @Nullable Note note(Obligation obligation, Attempt attempt) {
        return attempt.note().isBlank() ? null : new Note(obligation, attempt);
    }

    private void last(Shown now) {
        var list = new UnorderedList();
        list.addClassNames(ListStyleType.NONE, Margin.NONE, Padding.NONE);
        now.last.forEach(entry -> list.add(new Happened(entry, title(now.file, entry), Happened.Detail.ALL)));
        tail.add(heading("revisit.case.last"), list);
    }

    private H3 heading(String key) {
        var heading = new H3(getTranslation(key));
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.Bottom.NONE, Margin.Top.SMALL);
        return heading;
    }

    private static String course(LearnerFile file, Obligation obligation) {
        return file.enrolments().stream().filter(e -> e.course().equals(obligation.course())).findFirst()
                .map(Enrolment::courseTitle).orElse("");
    }

    /** Said only where there is more than one course. */
    private static String title(LearnerFile file, TimelineEntry entry) {
        return file.enrolments().size() < 2
                ? ""
                : file.enrolments().stream().filter(e -> e.course().equals(entry.course())).findFirst()
                        .map(Enrolment::courseTitle).orElse("");
    }
}
