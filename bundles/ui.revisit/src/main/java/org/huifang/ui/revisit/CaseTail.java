// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Happened;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/** What was noted down before, and what happened last. */
final class CaseTail extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /** How many of each. */
    static final int LAST = 3;

    private record Note(Obligation obligation, Attempt attempt) {}

    CaseTail(LearnerFile file, List<Obligation> all, List<TimelineEntry> last, Function<UUID, String> names) {
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        notes(all);
        var list = Layouts.list();
        last.forEach(entry -> list.add(new Happened(entry, title(file, entry), Happened.Detail.ALL, names)));
        getContent().add(heading("revisit.case.last"), list);
    }

    private void notes(List<Obligation> all) {
        var notes = all.stream().flatMap(o -> o.attempts().stream().map(a -> new Note(o, a)))
                .filter(note -> !note.attempt().note().isBlank())
                .sorted(Comparator.comparing(Note::attempt, Comparator.comparing(Attempt::at).reversed())).limit(LAST)
                .toList();
        if (notes.isEmpty()) {
            return;
        }
        getContent().add(heading("revisit.case.notes"));
        for (var note : notes) {
            var text = new Paragraph(note.attempt.note());
            text.addClassNames(Margin.NONE, Whitespace.PRE_LINE);
            getContent().add(new Div(text, Looks.quiet(Times.stamp(note.attempt.at()) + " · "
                    + Words.what(note.obligation) + " · " + Words.of(note.attempt.outcome()))));
        }
    }

    private H3 heading(String key) {
        var heading = new H3(getTranslation(key));
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.Bottom.NONE, Margin.Top.SMALL);
        return heading;
    }

    /** Said only where there is more than one course. */
    private static String title(LearnerFile file, TimelineEntry entry) {
        return file.enrolments().size() < 2
                ? ""
                : file.enrolments().stream().filter(e -> e.course().equals(entry.course())).findFirst()
                        .map(Enrolment::courseTitle).orElse("");
    }
}
