// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huifang.api.consent.ConsentText;
import org.huifang.ui.MessageFiles;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** A new version of a text in all languages: written, looked at, published; what is published cannot be changed. */
final class TextForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final Zone zone = new Zone();
    private final Paragraph title = new Paragraph();
    private final TextField version = new TextField(getTranslation("policies.text.newversion"));
    private final DayField from = new DayField(getTranslation("policies.text.from"));
    private final Map<String, TextArea> texts = new LinkedHashMap<>();
    private final Div preview = Layouts.column();
    private final Paragraph said = new Paragraph();
    private String purpose = "";

    TextForm(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        title.addClassNames(FontWeight.SEMIBOLD, Margin.NONE);
        version.setMaxLength(40);
        said.addClassName(Margin.NONE);
        said.getElement().setAttribute("role", "status");
        var areas = Layouts.column();
        MessageFiles.LOCALES.forEach(language -> {
            var area = new TextArea(language.getDisplayName(getLocale()));
            area.setMaxLength(2_000);
            area.setWidthFull();
            area.setMaxWidth("50rem");
            area.getElement().setAttribute("lang", language.toLanguageTag());
            area.addValueChangeListener(event -> preview.setVisible(false));
            texts.put(language.toLanguageTag(), area);
            areas.add(area);
        });
        // what is published is what was looked at
        version.addValueChangeListener(event -> preview.setVisible(false));
        from.addValueChangeListener(event -> preview.setVisible(false));
        preview.addClassNames(Background.CONTRAST_5, BorderRadius.MEDIUM, Padding.MEDIUM);
        zone.show(title, Layouts.form(version, from), areas,
                Layouts.line(new Button(getTranslation("policies.text.look"), click -> look()),
                        new Button(getTranslation("policies.keep"), click -> close())),
                preview);
        getContent().add(said, zone);
        close();
    }

    /** Begins a version that comes after this one. */
    void show(ConsentText now) {
        purpose = now.purpose();
        title.setText(getTranslation("policies.text.title", Words.purpose(purpose)));
        var day = desk.consentDay();
        version.setValue(day.toString());
        from.setMin(day);
        from.setValue(day);
        texts.forEach((language, area) -> area.setValue(desk.consents()
                .text(Desk.tenant(), purpose, language, now.version())
                .filter(text -> text.language().equals(language)).map(ConsentText::text).orElse("")));
        preview.setVisible(false);
        said.setVisible(false);
        zone.setVisible(true);
        texts.values().iterator().next().focus();
    }

    private void close() {
        zone.setVisible(false);
        preview.setVisible(false);
        said.setVisible(false);
    }

    private void look() {
        version.setErrorMessage(getTranslation("policies.text.version.missing"));
        version.setInvalid(version.getValue().isBlank());
        var day = from.getValue();
        if (version.isInvalid()) {
            version.focus();
            return;
        }
        if (!from.checked(day != null && !day.isBefore(desk.consentDay()), getTranslation("policies.rule.past"))) {
            return;
        }
        for (var area : texts.values()) {
            area.setErrorMessage(getTranslation("policies.text.missing"));
            area.setInvalid(area.getValue().isBlank());
            if (area.isInvalid()) {
                area.focus();
                return;
            }
        }
        var sentence = new Paragraph(getTranslation("policies.text.preview", Times.day(day), Words.purpose(purpose)));
        sentence.addClassName(Margin.NONE);
        preview.removeAll();
        preview.add(sentence);
        texts.forEach((language, area) -> {
            var text = new Paragraph(area.getValue().strip());
            text.addClassName(Margin.NONE);
            text.getElement().setAttribute("lang", language);
            preview.add(text);
        });
        var publish = Buttons.primary(getTranslation("policies.text.publish"), () -> publish(day));
        preview.add(new Div(publish));
        preview.setVisible(true);
        publish.focus();
    }

    private void publish(LocalDate day) {
        zone.run(() -> {
            try {
                texts.forEach((language, area) -> desk.consents().publish(Desk.tenant(),
                        new ConsentText(purpose, language, version.getValue().strip(), area.getValue().strip(), day)));
            } catch (IllegalArgumentException taken) {
                version.setErrorMessage(getTranslation("policies.text.version.taken"));
                version.setInvalid(true);
                version.focus();
                preview.setVisible(false);
                return;
            }
            close();
            said.addClassName(TextColor.SUCCESS);
            said.setText(getTranslation("policies.text.done", Words.purpose(purpose), Times.day(day)));
            said.setVisible(true);
            changed.run();
        });
    }
}
