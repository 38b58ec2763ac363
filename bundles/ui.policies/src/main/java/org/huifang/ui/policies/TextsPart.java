// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.huifang.api.consent.ConsentText;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What people read before they agree, as it is shown on a day; a new version is added, none is changed. */
final class TextsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final LocalDate asked;
    private final Zone zone = new Zone(getTranslation("policies.texts"));
    private final Div list = Layouts.column();
    private final TextForm form;
    private transient @Nullable List<ConsentText> shown;

    /** @param asked the day, or the epoch for today */
    TextsPart(Desk desk, LocalDate asked) {
        this.desk = desk;
        this.asked = asked;
        form = new TextForm(desk, this::load);
        zone.show(Pieces.note(getTranslation("policies.texts.why")), list, form);
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var day = asked.equals(LocalDate.EPOCH) ? desk.consentDay() : asked;
            var texts = desk.consents().texts(Desk.tenant(), getLocale().toLanguageTag(),
                    day.atStartOfDay(ZoneOffset.UTC).toInstant());
            if (!texts.equals(shown)) {
                shown = texts;
                list.removeAll();
                var rows = Layouts.list();
                texts.forEach(text -> rows.add(Layouts.row(row(text))));
                list.add(texts.isEmpty() ? Pieces.quiet(getTranslation("policies.texts.none", Times.day(day))) : rows);
            }
        });
    }

    private Component row(ConsentText text) {
        var words = new Paragraph(text.text());
        words.addClassName(Margin.NONE);
        words.setMaxWidth("75ch");
        words.getElement().setAttribute("lang", text.language());
        var renew = Buttons.quiet(getTranslation("policies.text.renew"), () -> form.show(text));
        renew.setAriaLabel(getTranslation("policies.text.renew.of", Words.purpose(text.purpose())));
        return Layouts.column(Layouts.line(Pieces.strong(Words.purpose(text.purpose())),
                Pieces.quiet(getTranslation("policies.text.version", text.version(), Times.day(text.from()))), renew),
                words);
    }
}
