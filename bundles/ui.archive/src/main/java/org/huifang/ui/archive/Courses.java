// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Study;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Happened;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.StateBadge;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** Where a person stands in their courses, and what is owed to them. */
final class Courses extends Composite<Div> implements HasStyle {
    private static final long serialVersionUID = 1L;

    private final boolean revisitsThere;

    Courses(boolean revisitsThere) {
        this.revisitsThere = revisitsThere;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
    }

    /**
     * @param studies access and tests, by course
     * @param past whether the file is shown of a day gone by, when what is owed is not known
     */
    void show(LearnerFile file, List<Study> studies, List<Obligation> owed, boolean past) {
        getContent().removeAll();
        getContent().add(courses(file, studies));
        if (!past) {
            getContent().add(owed(file, owed));
        }
    }

    private Component courses(LearnerFile file, List<Study> studies) {
        var list = Layouts.list();
        for (Enrolment enrolment : file.enrolments()) {
            var ended = enrolment.ended();
            var when = ended == null
                    ? getTranslation("files.since", Times.day(enrolment.enrolled()))
                    : getTranslation("files.fromto", Times.day(enrolment.enrolled()), Times.day(ended));
            var progress = getTranslation("files.progress", Words.of(enrolment.role()), Words.of(enrolment.stage()),
                    enrolment.progress());
            var row = row(new Div(new Span(enrolment.courseTitle())), apart(new Span(progress), Pieces.quiet(when)));
            studies.stream().filter(study -> study.course().equals(enrolment.course()))
                    .forEach(study -> row.add(new Div(Pieces.quiet(words(study)))));
            list.add(row);
        }
        return part("files.enrolments", list, file.enrolments().isEmpty(), "files.enrolments.none");
    }

    private static String words(Study study) {
        return Stream.of(study.access(), study.test()).<Fact>mapMulti((fact, more) -> {
            if (fact != null) {
                more.accept(fact);
            }
        }).map(fact -> Happened.sentence(fact, Happened.Detail.ALL)).collect(Collectors.joining(" · "));
    }

    private Component owed(LearnerFile file, List<Obligation> owed) {
        var list = Layouts.list();
        for (var obligation : owed) {
            var when = obligation.settled() == null && obligation.waits()
                    ? getTranslation("ui.waits")
                    : obligation.settled() == null
                            ? getTranslation("files.by", Times.stamp(obligation.opens()), Times.stamp(obligation.due()))
                            : getTranslation("files.settled", Times.stamp(obligation.settled()));
            var why = obligation.reason().isBlank() ? when : when + " · " + Words.reason(obligation.reason());
            list.add(row(apart(new Span(Words.what(obligation)), new StateBadge(obligation.state())),
                    new Div(Pieces.quiet(title(file, obligation))), new Div(Pieces.quiet(why))));
        }
        return part("files.owed", list, owed.isEmpty(), revisitsThere ? "files.owed.none" : "files.owed.away");
    }

    private static String title(LearnerFile file, Obligation obligation) {
        return file.enrolments().stream().filter(e -> e.course().equals(obligation.course())).findFirst()
                .map(Enrolment::courseTitle).orElse("");
    }

    private Component part(String heading, UnorderedList list, boolean empty, String none) {
        var part = new Zone(getTranslation(heading));
        if (empty) {
            part.empty(getTranslation(none));
        } else {
            part.show(list);
        }
        return part;
    }

    private static Div apart(Component left, Component right) {
        var line = new Div(left, right);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, JustifyContent.BETWEEN, Gap.Column.MEDIUM);
        return line;
    }

    private static ListItem row(Component... lines) {
        var row = new ListItem(lines);
        row.addClassNames(Padding.Vertical.XSMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        return row;
    }
}
