// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.script;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.BiFunction;
import org.huifang.api.script.Decision;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** The steps that a version can take from where it stands, or why this person cannot take them. */
final class Decisions extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Work work;
    private final transient List<ScriptVersion> versions;
    private final transient Runnable changed;
    private final TextField note = new TextField();
    private final Div said = new Div();

    /** @param versions all of the script, newest first */
    Decisions(Desk desk, Work work, List<ScriptVersion> versions, Runnable changed) {
        this.desk = desk;
        this.work = work;
        this.versions = versions;
        this.changed = changed;
        note.setMaxLength(500);
        note.setWidth("20rem");
        note.setMaxWidth("100%");
        said.getElement().setAttribute("role", "alert");
        work.follow(said::removeAll);
        getContent().add(Layouts.slimColumn(said, buttons()));
    }

    private Div buttons() {
        var version = work.version();
        return switch (version.status()) {
            case DRAFT -> draft();
            case ASKED -> asked(version);
            case LIVE -> Desk.approves()
                    ? Layouts.line(edit(), note("scripts.reason"),
                            Buttons.small(getTranslation("scripts.retire"), this::retire))
                    : Layouts.line(edit());
            case REPLACED, RETIRED -> Desk.approves()
                    ? Layouts.line(edit(), note("scripts.reason"),
                            Buttons.small(getTranslation("scripts.resume"), () -> take((id, n) -> desk.studio()
                                    .resume(Desk.tenant(), id.script(), id.version(), Desk.me(), n), null)))
                    : Layouts.line(edit());
        };
    }

    private Div draft() {
        return Layouts.line(note("scripts.ask.note"),
                Buttons.smallPrimary(getTranslation("scripts.ask"),
                        () -> take((id, n) -> desk.studio().ask(Desk.tenant(), id.script(), id.version(), Desk.me(), n),
                                null)),
                Buttons.small(getTranslation("scripts.drop"), this::drop));
    }

    private Div asked(ScriptVersion version) {
        boolean own = version.authors().contains(Desk.me());
        var back = Buttons.small(getTranslation(own ? "scripts.takeback" : "scripts.return"), () -> giveBack(own));
        if (own || !Desk.approves()) {
            var why = Pieces.quiet(getTranslation(own ? "scripts.own" : "scripts.noright"));
            return own ? Layouts.line(why, back) : Layouts.line(why);
        }
        return Layouts.line(note("scripts.decision.note"),
                Buttons.smallPrimary(getTranslation("scripts.approve"), this::approve),
                back);
    }

    private com.vaadin.flow.component.Component edit() {
        var newest = versions.getFirst();
        if (newest.status().open()) {
            return Links.link(getTranslation("scripts.toopen", newest.version()),
                    ScriptsView.PATH + "/" + newest.script());
        }
        return Buttons.small(getTranslation("scripts.edit"), () -> {
            var open = desk.studio().open(Desk.tenant(), newest.script(), Desk.me());
            Links.go(ScriptsView.PATH + "/" + open.script());
            changed.run();
        });
    }

    private TextField note(String label) {
        note.setPlaceholder(getTranslation(label));
        note.setAriaLabel(getTranslation(label));
        return note;
    }

    private void approve() {
        var before = versions.stream().filter(each -> each.status() == Status.LIVE).findFirst().orElse(null);
        take((id, n) -> desk.studio().approve(Desk.tenant(), id.script(), id.version(), Desk.me(), n), () -> {
            var id = work.version().script();
            var reason = getTranslation("scripts.undone");
            if (before == null) {
                desk.studio().retire(Desk.tenant(), id, Desk.me(), reason);
            } else {
                desk.studio().resume(Desk.tenant(), id, before.version(), Desk.me(), reason);
            }
        });
    }

    private void retire() {
        take((id, n) -> desk.studio().retire(Desk.tenant(), id.script(), Desk.me(), n), () -> desk.studio()
                .resume(Desk.tenant(), work.version().script(), work.version().version(), Desk.me(),
                        getTranslation("scripts.undone")));
    }

    private void giveBack(boolean own) {
        if (!own && note.getValue().isBlank()) {
            note.setInvalid(true);
            note.setErrorMessage(getTranslation("scripts.return.missing"));
            note.focus();
            return;
        }
        take((id, n) -> desk.studio().giveBack(Desk.tenant(), id.script(), id.version(), Desk.me(), n), null);
    }

    private void drop() {
        var dropped = work.version();
        if (!desk.studio().drop(Desk.tenant(), dropped.script())) {
            say(Decision.MOVED_ON);
            return;
        }
        if (versions.size() > 1) {
            UndoNotice.show(getTranslation("scripts.dropped"), () -> {
                var open = desk.studio().open(Desk.tenant(), dropped.script(), Desk.me());
                desk.studio().save(Desk.tenant(), Edits.named(open.with(dropped.nodes()), dropped.name()), Desk.me());
                changed.run();
            });
            changed.run();
        } else {
            Links.go(ScriptsView.PATH);
        }
    }

    private void take(BiFunction<ScriptVersion, String, Decision> step, @Nullable Runnable undo) {
        var decision = step.apply(work.version(), note.getValue().strip());
        if (decision != Decision.DONE) {
            say(decision);
            return;
        }
        if (undo != null) {
            UndoNotice.show(getTranslation("scripts.decided"), () -> {
                undo.run();
                changed.run();
            });
        }
        changed.run();
    }

    private void say(Decision decision) {
        said.removeAll();
        said.add(Pieces.wideSentence(Desk.word("refused", decision)));
    }
}
