// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/** What is worth knowing of the person in a call; the number stands above, beside the call. */
final class CaseFacts extends Composite<DescriptionList> {
    private static final long serialVersionUID = 1L;

    private final transient InstantSource clock;

    CaseFacts(InstantSource clock, LearnerFile file, UUID course) {
        this.clock = clock;
        getContent().addClassNames(Margin.NONE, Display.FLEX, FlexWrap.WRAP, Gap.Column.XLARGE, Gap.Row.SMALL);
        file.values().stream().filter(value -> !value.field().equals("name") && !value.field().equals("phone"))
                .forEach(value -> fact(Words.field(value.field()), value(value)));
        file.enrolments().stream().filter(e -> e.course().equals(course)).findFirst()
                .ifPresent(e -> fact(getTranslation("revisit.case.progress"),
                        new Text(getTranslation("revisit.case.progress.value", e.progress(), Words.of(e.stage())))));
    }

    private void fact(String term, Component value) {
        var label = new DescriptionList.Term(term);
        label.addClassNames(FontSize.SMALL, TextColor.SECONDARY);
        var description = new DescriptionList.Description(value);
        description.addClassNames(Margin.NONE);
        getContent().add(new Div(label, description));
    }

    private Component value(FieldValue value) {
        return new Text(switch (value.field()) {
            case "timeZone" -> theirTime(value.value());
            case "channel" -> Words.channel(value.value());
            default -> Mask.shown(value);
        });
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
}
