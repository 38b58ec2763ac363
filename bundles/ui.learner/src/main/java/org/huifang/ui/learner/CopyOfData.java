// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.ui.parts.Layouts;

/** Everything on file, to take away: for programs and for reading. Made when it is fetched. */
final class CopyOfData extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final String[] NAMES = {"exported", "name", "values", "otherValues", "courses", "knownAs",
            "relations", "purchases", "consents", "requests", "revisits", "timeline", "field", "value", "source",
            "since", "recorded", "at", "kind", "purpose", "channel", "given", "version", "proof", "author", "reason",
            "progress", "note", "outcome", "title", "until", "due", "confidence", "courseTitle", "comment", "fact",
            "satisfaction", "recommendation", "lesson"};

    private final transient Me me;

    CopyOfData(Me me) {
        this.me = me;
        var title = getTranslation("me.copy.title");
        var language = getLocale().toLanguageTag();
        var words = Arrays.stream(NAMES).collect(Collectors.toMap(name -> name,
                name -> getTranslation("me.copy.part." + name.toLowerCase(Locale.ROOT))));
        var links = new Div(link("me.copy.html", "html", "text/html;charset=UTF-8",
                copy -> copy.html(title, language, words)),
                link("me.copy.json", "json", "application/json", Copy::json));
        links.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.LARGE);
        getContent().add(Layouts.column(Parts.heading(getTranslation("me.copy")),
                Parts.aside(getTranslation("me.copy.how")), links));
    }

    private Anchor link(String key, String ending, String type, Function<Copy, String> form) {
        var link = new Anchor(DownloadHandler.fromInputStream(event -> {
            byte[] bytes = form.apply(Copy.of(me)).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), "huifang." + ending, type, bytes.length);
        }), getTranslation(key));
        link.addClassName(Padding.Vertical.SMALL);
        return link;
    }
}
