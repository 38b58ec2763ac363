// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Revisits;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Happened;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What an instructor may know of one learner: of this course only, and not what the learner answered or said. */
final class LearnerPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int ENTRIES = 100;

    private record Shown(LearnerFile file, Enrolment enrolment, List<Obligation> owed, List<TimelineEntry> entries) {}

    private final transient LearnerArchive archive;
    private final transient @Nullable Revisits revisits;
    private final Zone zone = new Zone();
    private @Nullable UUID course;
    private @Nullable UUID learner;
    private transient @Nullable Shown shown;

    LearnerPage(LearnerArchive archive, @Nullable Revisits revisits) {
        this.archive = archive;
        this.revisits = revisits;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
    }

    void open(UUID ofCourse, UUID who) {
        course = ofCourse;
        learner = who;
        shown = null;
        getContent().removeAll();
        var back = Links.link(getTranslation("course.back"), "course/" + ofCourse);
        back.addClassName(Padding.Vertical.XSMALL);
        getContent().add(back, zone);
        refresh();
    }

    void refresh() {
        var ofCourse = Objects.requireNonNull(course, "opened before");
        var who = Objects.requireNonNull(learner, "opened before");
        zone.run(() -> {
            var tenant = Viewer.current().tenant();
            var file = archive.file(tenant, who).orElse(null);
            var enrolment = file == null
                    ? null
                    : file.enrolments().stream()
                            .filter(e -> e.course().equals(ofCourse) && e.role() == CourseRole.LEARNER).findFirst()
                            .orElse(null);
            if (file == null || enrolment == null) {
                zone.show(new EmptyState(VaadinIcon.LOCK, getTranslation("course.notinit"),
                        getTranslation("course.notinit.why")));
                return;
            }
            var owed = revisits == null
                    ? List.<Obligation>of()
                    : revisits.of(tenant, file.parts()).stream().filter(o -> o.course().equals(ofCourse)).toList();
            var entries = archive.timeline(tenant, who, Happened.STUDYING, null, ENTRIES).items().stream()
                    .filter(entry -> ofCourse.equals(entry.course())).toList();
            var now = new Shown(file, enrolment, owed, entries);
            if (!now.equals(shown)) {
                shown = now;
                render(now);
            }
        });
    }

    private void render(Shown now) {
        var name = new H2(now.file.name());
        name.addClassNames(FontSize.XLARGE, Margin.NONE);
        var who = new Div(name, identity(now));
        who.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        var parts = new Div(who, part("course.revisits", revisits(now)),
                part("course.timeline", timeline(now)));
        parts.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        zone.show(parts);
    }

    private Component identity(Shown now) {
        var facts = new DescriptionList();
        facts.addClassNames(Margin.NONE, Display.FLEX, FlexWrap.WRAP, Gap.Column.XLARGE, Gap.Row.SMALL);
        now.file.values().stream().filter(v -> v.field().equals("email") || v.field().equals("goal"))
                .forEach(v -> fact(facts, Words.field(v.field()), Mask.shown(v)));
        fact(facts, getTranslation("course.enrolled"), Times.day(now.enrolment.enrolled()));
        fact(facts, getTranslation("course.stage"), Words.of(now.enrolment.stage()));
        fact(facts, getTranslation("course.progress"), getTranslation("course.percent", now.enrolment.progress()));
        if (now.enrolment.lastActivity() != null) {
            fact(facts, getTranslation("course.lastseen"), Times.stamp(now.enrolment.lastActivity()));
        }
        return facts;
    }

    private static void fact(DescriptionList facts, String term, String value) {
        var label = new DescriptionList.Term(term);
        label.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        var description = new DescriptionList.Description(value);
        description.addClassName(Margin.NONE);
        facts.add(new Div(label, description));
    }

    private Component revisits(Shown now) {
        if (now.owed.isEmpty()) {
            return new Span(getTranslation(revisits == null ? "course.revisits.away" : "course.revisits.none"));
        }
        var list = Layouts.list();
        for (var obligation : now.owed) {
            var when = Pieces.quiet(obligation.settled() != null
                    ? getTranslation("course.revisits.settled", Times.stamp(obligation.settled()))
                    : obligation.waits()
                            ? getTranslation("ui.waits")
                            : getTranslation("course.revisits.by", Times.stamp(obligation.due())));
            var item = new ListItem(new Span(Words.what(obligation)), new StateBadge(obligation.state()), when);
            item.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.Column.MEDIUM, Padding.Vertical.XSMALL);
            list.add(item);
        }
        return list;
    }

    private Component timeline(Shown now) {
        var list = Layouts.list();
        now.entries.forEach(entry -> list
                .add(new Happened(entry, "", Happened.Detail.NOT_WHAT_WAS_SAID)));
        return list;
    }

    private Component part(String key, Component content) {
        var part = new Zone(getTranslation(key));
        part.show(content);
        return part;
    }
}
