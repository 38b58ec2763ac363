// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Saved;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** The greeting in one language; says at once which word sells. */
final class TextPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SUBJECT = 120;
    private static final int MOST_BODY = 2_000;
    private static final int PAUSE_MS = 400;

    private final TextField subject = Fields.text(getTranslation("care.subject"), MOST_SUBJECT);
    private final TextArea body = new TextArea(getTranslation("care.body"));
    private final Span wrong = Pieces.wrong();
    private final String language;

    TextPart(String language, Greeting.Text text, String lastLine, Runnable typed) {
        this.language = language;
        var name = getTranslation("care.language." + language);
        subject.setValue(text.subject());
        subject.setWidthFull();
        subject.setAriaLabel(getTranslation("care.subject.of", name));
        body.setValue(text.body());
        body.setMaxLength(MOST_BODY);
        body.setWidthFull();
        body.setMinRows(3);
        body.setAriaLabel(getTranslation("care.body.of", name));
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(PAUSE_MS);
        Fields.typed(subject, typed);
        Fields.typed(body, typed);
        var last = Pieces.quiet(getTranslation("care.last", lastLine));
        last.getElement().setAttribute("lang", language);
        subject.getElement().setAttribute("lang", language);
        body.getElement().setAttribute("lang", language);
        getContent().add(Layouts.slimColumn(Pieces.heading(name), subject, body, wrong, last));
        getContent().setMaxWidth("48rem");
    }

    /** What was written, unless nothing was. */
    Optional<Greeting.Text> text() {
        var text = new Greeting.Text(subject.getValue(), body.getValue());
        return text.empty() ? Optional.empty() : Optional.of(text);
    }

    void show(List<Saved.Fault> faults) {
        var here = faults.stream().filter(fault -> fault.language().equals(language)).toList();
        var said = Stream.of(Saved.Kind.SELLS, Saved.Kind.SLOT, Saved.Kind.NO_TEXT)
                .flatMap(kind -> sentence(kind, here.stream().filter(fault -> fault.kind() == kind)
                        .map(Saved.Fault::word).toList()).stream())
                .collect(Collectors.joining(" "));
        if (!said.equals(wrong.getText())) {
            wrong.setText(said);
        }
        var words = here.stream().map(Saved.Fault::word).filter(word -> !word.isEmpty()).toList();
        subject.setInvalid(words.stream().anyMatch(subject.getValue()::contains));
        body.setInvalid(words.stream().anyMatch(word -> !subject.getValue().contains(word)));
    }

    private Optional<String> sentence(Saved.Kind kind, List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var all = words.stream().map(word -> getTranslation("care.quoted", word))
                .collect(Collectors.joining(getTranslation("care.and")));
        return Optional.of(switch (kind) {
            case SELLS -> getTranslation("care.fault.sells", all);
            case SLOT -> getTranslation("care.fault.slot", all);
            case NO_TEXT, NO_NAME, NO_DAY -> getTranslation("care.fault.half");
        });
    }
}
