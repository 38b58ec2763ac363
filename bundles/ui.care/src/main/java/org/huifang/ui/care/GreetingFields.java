// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.api.care.Saved;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.ScopeFields;

/** A greeting that is not live, with fields: when, for whom, and in which words. */
final class GreetingFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAME = 80;

    private final transient Greeting of;
    private final transient Function<Greeting, List<Saved.Fault>> keep;
    private final TextField name = Fields.text(getTranslation("care.name"), MOST_NAME);
    private final Select<Happening> kind = Fields.choice(getTranslation("care.kind"),
            each -> getTranslation("care.kind." + each.key()), List.of(Happening.values()));
    private final IntegerField progress = Fields.number(getTranslation("care.progress"), 1, 100);
    private final Div milestone = Layouts.line(progress, new Span(getTranslation("care.progress.unit")));
    private final DaysField days = new DaysField(this::typed);
    private final ScopeFields scope;
    private final Map<String, TextPart> texts = new LinkedHashMap<>();
    private final Span wrong = Pieces.wrong();

    /** @param keep keeps what was typed, or says what is wrong with it */
    GreetingFields(Desk desk, Greeting greeting, Function<Greeting, List<Saved.Fault>> keep) {
        of = greeting;
        this.keep = keep;
        scope = desk.scopeFields(this::typed);
        scope.show(greeting.course(), greeting.tag());
        name.setValue(greeting.name());
        name.setWidth("24rem");
        name.setMaxWidth("100%");
        kind.setValue(Happening.of(greeting.occasion()));
        progress.setValue(greeting.occasion() instanceof Occasion.Milestone(int percent) ? percent : 50);
        days.show(greeting.occasion() instanceof Occasion.Festival(var named) ? named : List.of());
        var words = Layouts.sections(Layouts.slimColumn(Pieces.heading(getTranslation("care.words")),
                Pieces.sentence(getTranslation("care.words.why", "{name}", "{course}"))));
        for (String language : Greeting.LANGUAGES) {
            var part = new TextPart(language, greeting.texts().getOrDefault(language, new Greeting.Text("", "")),
                    desk.greetings().lastLine(Desk.tenant(), language), this::typed);
            texts.put(language, part);
            words.add(part);
        }
        Fields.typed(name, this::typed);
        Fields.typed(kind, this::typed);
        Fields.typed(progress, this::typed);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().add(name, Pieces.heading(getTranslation("care.when")), kind, days, milestone,
                Pieces.heading(getTranslation("care.who")), scope, words, wrong);
        arrange();
    }

    private void arrange() {
        days.setVisible(kind.getValue() == Happening.FESTIVAL);
        milestone.setVisible(kind.getValue() == Happening.MILESTONE);
    }

    private void typed() {
        arrange();
        if (kind.getValue() == Happening.MILESTONE && !Fields.fits(progress)) {
            wrong.setText(getTranslation("care.fault.progress"));
            return;
        }
        show(keep.apply(greeting()));
    }

    private Greeting greeting() {
        Map<String, Greeting.Text> written = new LinkedHashMap<>();
        texts.forEach((language, part) -> part.text().ifPresent(text -> written.put(language, text)));
        var occasion = switch (kind.getValue()) {
            case BIRTHDAY -> new Occasion.Birthday();
            case FESTIVAL -> new Occasion.Festival(days.days());
            case MILESTONE -> new Occasion.Milestone(progress.getValue());
            case FINISHED -> new Occasion.Finished();
        };
        return new Greeting(of.id(), name.getValue().strip(), occasion, written, scope.course(), scope.tag(), false);
    }

    /** Says what is wrong, where it is. */
    void show(List<Saved.Fault> faults) {
        texts.values().forEach(part -> part.show(faults));
        var whole = faults.stream().filter(fault -> fault.language().isEmpty()).map(fault -> switch (fault.kind()) {
            case NO_NAME -> getTranslation("care.fault.name");
            case NO_DAY -> getTranslation("care.fault.day");
            case NO_TEXT, SELLS, SLOT -> getTranslation("care.fault.text");
        }).toList();
        wrong.setText(faults.isEmpty()
                ? ""
                : String.join(" ", whole.isEmpty() ? List.of(getTranslation("care.fault.notkept")) : whole));
        name.setInvalid(faults.stream().anyMatch(fault -> fault.kind() == Saved.Kind.NO_NAME));
    }
}
