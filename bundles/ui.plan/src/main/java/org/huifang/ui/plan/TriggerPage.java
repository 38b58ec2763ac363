// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huifang.api.revisit.Trigger;
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

/** One rule. A live one is paused before it is changed; one that is not is kept while one types. */
final class TriggerPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final Span kept = Pieces.told();
    private final Button goLive = Buttons.primary(getTranslation("triggers.golive"), () -> set(true));
    private final Span how = Pieces.quiet("");
    private final TrialPart trial;
    private transient @Nullable Trigger shown;

    TriggerPage(Desk desk) {
        this.desk = desk;
        trial = new TrialPart(desk, () -> Objects.requireNonNull(shown), this::offer);
        Layouts.innerPage(getContent());
        getContent().addClassName(MaxWidth.SCREEN_LARGE);
        getContent().add(Links.link(getTranslation("triggers.back"), TriggersView.PATH), zone);
    }

    void open(@Nullable UUID id, Place place) {
        trial.open(place);
        trial.forget();
        kept.setText("");
        zone.run(() -> {
            shown = find(id);
            draw();
        });
    }

    /** Shows a rule that somebody else changed. */
    void refresh() {
        var before = shown;
        var now = before == null ? null : find(before.id());
        if (now != null && !now.equals(before)) {
            changedElsewhere(now, "triggers.changed");
        }
    }

    private void changedElsewhere(Trigger now, String told) {
        shown = now;
        trial.forget();
        kept.setText(getTranslation(told));
        draw();
    }

    private @Nullable Trigger find(@Nullable UUID id) {
        return desk.triggers().all(Desk.tenant()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElse(null);
    }

    /** @return false when somebody else was faster; what they made of it is shown then */
    private boolean save(Trigger changed) {
        var seen = Objects.requireNonNull(shown);
        boolean saved = desk.triggers().save(Desk.tenant(), seen, changed);
        if (saved) {
            shown = changed;
        } else {
            var now = find(seen.id());
            if (now == null) {
                shown = null;
                draw();
            } else {
                changedElsewhere(now, "triggers.changed.lost");
            }
        }
        return saved;
    }

    private void draw() {
        var rule = shown;
        if (rule == null) {
            zone.show(new EmptyState(VaadinIcon.BELL_O, getTranslation("triggers.unknown"),
                    getTranslation("triggers.unknown.why")));
            return;
        }
        var head = Layouts.slimColumn(Pieces.name(rule.name().isBlank()
                ? getTranslation("triggers.if", WhenWords.of(rule.when()))
                : rule.name()), Layouts.line(TriggerWords.state(rule.live()),
                        Pieces.quiet(desk.scope(rule.course(), rule.tag())), kept));
        var actions = rule.live()
                ? Layouts.line(new Button(getTranslation("triggers.pause"), click -> set(false)))
                : Layouts.line(goLive,
                        Buttons.quiet(getTranslation("triggers.remove"), VaadinIcon.TRASH, this::remove));
        var said = Layouts.slimColumn(Pieces.sentence(getTranslation("triggers.if", WhenWords.of(rule.when()))),
                Pieces.sentence(TriggerWords.owes(rule)));
        offer();
        if (rule.live()) {
            said.add(Pieces.quiet(getTranslation("triggers.locked")));
            zone.show(head, said, actions, trial);
            return;
        }
        var fields = new TriggerFields(desk, rule, this::keep);
        fields.getContent().removeClassName(Display.FLEX);
        fields.getContent().addClassNames(Display.HIDDEN, Display.Breakpoint.Medium.FLEX);
        said.addClassName(Display.Breakpoint.Medium.HIDDEN);
        zone.show(head, said, fields, trial, how, actions);
    }

    /** A rule goes live only after one has seen for whom it would have fired. */
    private void offer() {
        boolean live = shown != null && shown.live();
        goLive.setVisible(trial.tried());
        how.setText(getTranslation(trial.tried() ? "triggers.golive.how" : "triggers.golive.first"));
        trial.first(!live && !trial.tried());
    }

    private void keep(Trigger changed) {
        zone.run(() -> {
            if (save(changed)) {
                trial.forget();
                kept.setText(getTranslation("plans.kept", Times.clock(desk.now(), Times.zone())));
            }
        });
    }

    private void set(boolean live) {
        var before = Objects.requireNonNull(shown);
        if (!put(TriggerWords.live(before, live))) {
            return;
        }
        UndoNotice.show(getTranslation(live ? "triggers.islive" : "triggers.ispaused"),
                () -> put(before));
    }

    private boolean put(Trigger rule) {
        var done = new AtomicBoolean();
        zone.run(() -> {
            if (save(rule)) {
                done.set(true);
                kept.setText("");
                draw();
            }
        });
        return done.get();
    }

    private void remove() {
        var rule = Objects.requireNonNull(shown);
        desk.triggers().remove(Desk.tenant(), rule.id());
        Links.go(TriggersView.PATH);
        UndoNotice.show(getTranslation("triggers.removed", TriggerWords.name(rule)), () -> {
            desk.triggers().save(Desk.tenant(), rule);
            Links.go(TriggersView.PATH + "/" + rule.id());
        });
    }
}
