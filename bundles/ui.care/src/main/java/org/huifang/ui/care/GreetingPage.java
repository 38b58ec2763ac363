// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Whitespace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Saved;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One greeting. A live one is stopped before it is changed; one that is not is kept while one types. */
final class GreetingPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final Span kept = Pieces.told();
    private final PreviewPart preview;
    private final HistoryPart history;
    private transient @Nullable Greeting shown;
    private @Nullable GreetingFields fields;

    GreetingPage(Desk desk) {
        this.desk = desk;
        preview = new PreviewPart(desk, () -> Objects.requireNonNull(shown));
        history = new HistoryPart(desk);
        Layouts.innerPage(getContent());
        getContent().addClassName(MaxWidth.SCREEN_LARGE);
        getContent().add(Links.link(getTranslation("care.back"), CareView.PATH), zone);
    }

    void open(@Nullable UUID id, Place place) {
        preview.forget();
        kept.setText("");
        zone.run(() -> {
            shown = find(id).orElse(null);
            draw();
            if (id != null) {
                history.open(id, place);
            }
        });
    }

    private Optional<Greeting> find(@Nullable UUID id) {
        return desk.greetings().all(Desk.tenant()).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Shows a greeting that somebody else started or stopped, and leaves alone what one types here. */
    void refresh() {
        var before = shown;
        if (before == null) {
            return;
        }
        var now = find(before.id());
        if (now.isPresent() && now.get().live() != before.live()) {
            shown = now.get();
            draw();
        }
        history.refresh();
    }

    private void draw() {
        var greeting = shown;
        fields = null;
        if (greeting == null) {
            zone.show(new EmptyState(VaadinIcon.HEART_O, getTranslation("care.unknown"),
                    getTranslation("care.unknown.why")));
            return;
        }
        var head = Layouts.slimColumn(Pieces.name(CareWords.name(greeting, desk.today())), Layouts.line(
                CareWords.state(greeting.live()), Pieces.quiet(desk.scope(greeting.course(), greeting.tag())), kept));
        if (greeting.live()) {
            zone.show(Layouts.sections(head, said(greeting),
                    Layouts.line(new Button(getTranslation("care.stop"), click -> set(false))), preview, history));
            return;
        }
        var typing = new GreetingFields(desk, greeting, this::keep);
        fields = typing;
        var start = Layouts.slimColumn(Pieces.quiet(getTranslation("care.start.how")),
                Layouts.line(Buttons.primary(getTranslation("care.start"), () -> set(true)),
                        Buttons.quiet(getTranslation("care.remove"), VaadinIcon.TRASH, this::remove)));
        zone.show(Layouts.sections(head, typing, preview, start, history));
    }

    private Div said(Greeting greeting) {
        var said = Layouts.sections(Pieces.sentence(CareWords.occasion(greeting.occasion(), desk.today())));
        Greeting.LANGUAGES.stream().filter(greeting.texts()::containsKey).forEach(language -> {
            var text = Objects.requireNonNull(greeting.texts().get(language));
            var body = Pieces.sentence(text.body());
            body.addClassName(Whitespace.PRE_LINE);
            var part = Layouts.slimColumn(Pieces.quiet(getTranslation("care.language." + language)),
                    Pieces.strong(text.subject()), body,
                    Pieces.quiet(desk.greetings().lastLine(Desk.tenant(), language)));
            part.getElement().setAttribute("lang", language);
            said.add(part);
        });
        said.add(Pieces.quiet(getTranslation("care.locked")));
        return said;
    }

    private List<Saved.Fault> keep(Greeting changed) {
        var saved = desk.greetings().save(Desk.tenant(), changed);
        if (saved instanceof Saved.Refused(var why)) {
            kept.setText("");
            return why;
        }
        shown = changed;
        preview.forget();
        kept.setText(getTranslation("care.kept", Times.clock(desk.now(), Times.zone())));
        return List.of();
    }

    private void set(boolean live) {
        var before = Objects.requireNonNull(shown);
        if (put(before.live(live))) {
            UndoNotice.show(getTranslation(live ? "care.started" : "care.stopped"), () -> put(before));
        }
    }

    private boolean put(Greeting greeting) {
        var saved = desk.greetings().save(Desk.tenant(), greeting);
        if (saved instanceof Saved.Refused(var why)) {
            if (fields != null) {
                fields.show(why);
            }
            return false;
        }
        shown = greeting;
        kept.setText("");
        draw();
        return true;
    }

    private void remove() {
        var greeting = Objects.requireNonNull(shown);
        desk.greetings().remove(Desk.tenant(), greeting.id());
        Links.go(CareView.PATH);
        UndoNotice.show(getTranslation("care.removed", CareWords.name(greeting, desk.today())), () -> {
            desk.greetings().save(Desk.tenant(), greeting);
            Links.go(CareView.PATH + "/" + greeting.id());
        });
    }
}
