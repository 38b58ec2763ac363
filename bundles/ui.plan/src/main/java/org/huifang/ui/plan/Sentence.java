// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.Map;
import java.util.regex.Pattern;

/** A sentence with fields in it: {@code Within [days] days of [start]}. Where each stands is up to the language. */
final class Sentence extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FIELD = Pattern.compile("\\[([a-z]+)]");
    private static final Pattern NO_SPACE_BEFORE = Pattern.compile("[,.;:，。；：、）]");

    Sentence() {
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.XSMALL);
    }

    /** @param fields by the names that they have in the pattern */
    void show(String pattern, Map<String, ? extends Component> fields) {
        getContent().removeAll();
        var found = FIELD.matcher(pattern);
        int from = 0;
        while (found.find()) {
            words(pattern.substring(from, found.start()));
            var field = fields.get(found.group(1));
            if (field != null) {
                getContent().add(field);
            }
            from = found.end();
        }
        words(pattern.substring(from));
    }

    private void words(String text) {
        if (!text.isBlank()) {
            var words = new Span(text.strip());
            if (NO_SPACE_BEFORE.matcher(words.getText()).lookingAt()) {
                words.getStyle().set("margin-inline-start", "calc(-0.5 * var(--lumo-space-xs))");
            }
            getContent().add(words);
        }
    }
}
