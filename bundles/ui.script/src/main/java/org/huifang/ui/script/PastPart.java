// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.List;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** How this version differs from the one that is live, and what has happened to the script. */
final class PastPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Work work;
    private final transient List<ScriptVersion> versions;

    PastPart(Desk desk, Work work, List<ScriptVersion> versions) {
        this.desk = desk;
        this.work = work;
        this.versions = versions;
        refresh();
    }

    void refresh() {
        getContent().removeAll();
        versions.stream()
                .filter(each -> each.status() == Status.LIVE && each.version() != work.version().version()).findFirst()
                .ifPresent(live -> getContent().add(differences(live)));
        getContent().add(history());
    }

    private Component differences(ScriptVersion live) {
        var all = Difference.between(live, work.version());
        var details = new Details(getTranslation("scripts.diff", live.version(), all.size()));
        if (all.isEmpty()) {
            details.add(Pieces.quiet(getTranslation("scripts.diff.none")));
        }
        all.forEach(one -> details.add(row(one, live)));
        return details;
    }

    private Component row(Difference one, ScriptVersion live) {
        var nodes = Edits.position(work.nodes(), one.node()) < 0 ? live.nodes() : work.nodes();
        var row = Layouts.slimColumn(Pieces.quiet(
                Labels.node(nodes, one.node(), one.language()) + " · " + ScriptList.language(one.language())));
        if (!one.before().isEmpty()) {
            row.add(words("scripts.diff.before", one.before(), Background.ERROR_10, one.language()));
        }
        if (!one.after().isEmpty()) {
            row.add(words("scripts.diff.after", one.after(), Background.SUCCESS_10, one.language()));
        }
        row.addClassName(Padding.Vertical.SMALL);
        return row;
    }

    private Component words(String label, String text, String background, String language) {
        var words = new Span(text);
        words.getElement().setAttribute("lang", language);
        words.addClassNames(background, Padding.Horizontal.SMALL, Padding.Vertical.XSMALL, Whitespace.PRE_WRAP,
                Display.BLOCK);
        return new Div(Pieces.quiet(getTranslation(label)), words);
    }

    private Component history() {
        var details = new Details(getTranslation("scripts.history"));
        for (ScriptEvent event : desk.studio().history(Desk.tenant(), work.version().script())) {
            details.add(Layouts.line(Pieces.quiet(Times.stamp(event.at())),
                    new Span(getTranslation("scripts.event", event.version(), Desk.word("event", event.what()),
                            desk.person(event.by()))),
                    new Span(event.note())));
        }
        return details;
    }
}
