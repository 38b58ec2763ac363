// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.huifang.api.intake.RosterSource;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** Systems that rosters are read from by themselves: when, what came of it, what is in the way; read now on a press. */
final class SourcesPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<List<RosterSource>> sources;
    private final Zone zone = new Zone(getTranslation("intake.source"));

    SourcesPart(Supplier<List<RosterSource>> sources) {
        this.sources = sources;
        getContent().add(zone);
    }

    void refresh() {
        List<RosterSource> own = sources.get().stream()
                .filter(source -> source.tenant().equals(Viewer.current().tenant())).toList();
        setVisible(!own.isEmpty());
        zone.run(() -> zone.show(Layouts.list(own.stream().map(this::row).toArray(Component[]::new))));
    }

    private Component row(RosterSource source) {
        var state = source.state();
        var line = Layouts.line(Pieces.strong(source.title()), Pieces.quiet(sentence(state)));
        var trouble = state.trouble();
        if (trouble != null) {
            line.add(Pieces.wideSentence(
                    getTranslation("intake.source.trouble." + trouble.name().toLowerCase(Locale.ROOT),
                            state.detail())));
        }
        line.add(new Button(getTranslation("intake.source.now"), click -> {
            source.readNow();
            refresh();
        }));
        return Layouts.row(line);
    }

    private String sentence(RosterSource.State state) {
        if (state.reading()) {
            return getTranslation("intake.source.reading");
        }
        Instant last = state.last();
        if (last == null) {
            return getTranslation("intake.source.never", Times.stamp(state.next()));
        }
        return getTranslation("intake.source.last", Times.stamp(last), state.records(),
                getTranslation(state.differences() ? "intake.source.differences" : "intake.source.whole"),
                getTranslation(state.news() ? "intake.source.news" : "intake.source.same"), Times.stamp(state.next()));
    }
}
