// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Grid;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.time.Duration;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FieldQuality;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.evaluation.Estimate;
import org.huifang.ui.parts.Estimates;
import org.huifang.ui.parts.IntervalAxis;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** The answer in one sentence, the measures behind it, what to do, and each field. */
final class Board extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    Board(Scorecard card) {
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(Paper.only(heading("quality.title")), answer(card), measures(card),
                Paper.never(definitions(card.version())), heading("quality.advice"),
                advice(card), heading("quality.fields"), fields(card),
                Paper.only(words()));
    }

    private Paragraph answer(Scorecard card) {
        var sentence = new Paragraph(switch (Verdict.of(card)) {
            case TRUSTED -> getTranslation("quality.verdict.trusted", Estimates.sentence(card.accuracy()));
            case NOT_TRUSTED -> getTranslation("quality.verdict.nottrusted", Estimates.sentence(card.accuracy()));
            case CANNOT_TELL -> getTranslation("quality.verdict.cannottell", Estimates.sentence(card.accuracy()));
            case UNCHECKED -> getTranslation("quality.verdict.unchecked");
        });
        sentence.addClassNames(Margin.NONE, FontSize.LARGE, FontWeight.SEMIBOLD);
        sentence.setMaxWidth("75ch");
        return sentence;
    }

    private Div measures(Scorecard card) {
        var rows = new Div(measure("quality.completeness", card.completeness()),
                measure("quality.accuracy", card.accuracy()), measure("quality.currentness", card.currentness()),
                measure("quality.traceability", card.traceability()),
                measure("quality.kept", Estimate.FullCount.of(card.kept(), card.files())));
        if (card.lag() != null) {
            rows.add(row(getTranslation("quality.lag"),
                    new Span(getTranslation("quality.lag.value", time(card.lag())))));
        }
        rows.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        return rows;
    }

    private Div measure(String key, Estimate estimate) {
        return row(getTranslation(key), new Span(Estimates.sentence(estimate)), new IntervalAxis(estimate));
    }

    private static Div row(String label, Component... parts) {
        var row = new Div(Pieces.quiet(label));
        row.add(parts);
        row.addClassNames(Display.GRID, Grid.Column.COLUMNS_1, Grid.Breakpoint.Medium.COLUMNS_3, Gap.Column.LARGE);
        return row;
    }

    private String time(Duration lag) {
        return lag.compareTo(Duration.ofMinutes(2)) < 0
                ? getTranslation("quality.seconds", lag.toSeconds())
                : lag.compareTo(Duration.ofHours(2)) < 0
                        ? getTranslation("quality.minutes", lag.toMinutes())
                        : getTranslation("quality.hours", lag.toHours());
    }

    private Details definitions(int version) {
        var details = new Details(getTranslation("quality.definition", version), words());
        details.addClassNames(Margin.NONE, FontSize.SMALL);
        return details;
    }

    private Div words() {
        return Layouts.column(Pieces.note(getTranslation("quality.definition.files")),
                Pieces.note(getTranslation("quality.definition.completeness")),
                Pieces.note(getTranslation("quality.definition.accuracy")),
                Pieces.note(getTranslation("quality.definition.currentness")),
                Pieces.note(getTranslation("quality.definition.traceability")),
                Pieces.note(getTranslation("quality.definition.lag")),
                Pieces.note(getTranslation("quality.definition.verdict")));
    }

    private H2 heading(String key) {
        var heading = new H2(getTranslation(key));
        heading.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD, Margin.NONE, Margin.Top.SMALL);
        return heading;
    }

    private UnorderedList advice(Scorecard card) {
        var list = Layouts.list();
        Advice.of(card).forEach(advice -> {
            var item = new ListItem(words(advice));
            Layouts.ruled(item);
            list.add(item);
        });
        return list;
    }

    private String words(Advice advice) {
        return switch (advice) {
            case Advice.Missing m ->
                getTranslation("quality.advice.missing", Policies.name(m.policy()), m.files(), m.of());
            case Advice.OutOfDate o ->
                getTranslation("quality.advice.outofdate", Policies.name(o.policy()), o.values(), o.of());
            case Advice.Disagreeing d -> getTranslation("quality.advice.disagreeing", Policies.name(d.policy()),
                    d.values());
            case Advice.Wrong w -> getTranslation("quality.advice.wrong", Words.field(w.field()),
                    Estimates.sentence(w.accuracy()));
            case Advice.CheckMore c -> getTranslation("quality.advice.checkmore");
            case Advice.Unkept u -> getTranslation("quality.advice.unkept", u.files(), u.of());
            case Advice.Late l -> getTranslation("quality.advice.late", time(l.lag()));
            case Advice.None n -> getTranslation("quality.advice.none");
        };
    }

    private UnorderedList fields(Scorecard card) {
        var list = Layouts.list();
        card.fields().stream().filter(field -> field.files() > 0
                && (field.policy().need() != Need.NOT_NEEDED || field.filled() > 0))
                .forEach(field -> list.add(field(field)));
        return list;
    }

    private ListItem field(FieldQuality field) {
        var name = new Span(Policies.name(field.policy()));
        name.addClassName(FontWeight.SEMIBOLD);
        var numbers = new Div(part("quality.filled", Estimate.FullCount.of(field.filled(), field.files())));
        if (field.policy().maxAgeDays() != null) {
            numbers.add(part("quality.intime", Estimate.FullCount.of(field.inTime(), field.filled())));
        }
        if (!field.policy().field().equals(FileQuality.CONTACT)) {
            numbers.add(part("quality.conflicts", Estimate.FullCount.of(field.conflicts(), field.filled())),
                    part("quality.right", Estimate.Share.wilson(field.right(), field.checked())));
        }
        numbers.addClassNames(Display.GRID, Grid.Column.COLUMNS_1, Grid.Breakpoint.Medium.COLUMNS_2, Gap.Column.LARGE);
        var row = new ListItem(Layouts.line(name, Pieces.quiet(Policies.words(field.policy()))), numbers);
        Layouts.ruled(row);
        return row;
    }

    private Div part(String key, Estimate estimate) {
        return Layouts.line(Pieces.quiet(getTranslation(key)), new Span(Estimates.sentence(estimate)));
    }
}
