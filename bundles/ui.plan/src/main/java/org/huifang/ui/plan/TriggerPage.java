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
            shown = desk.triggers().all(Desk.tenant()).stream().filter(each -> each.id().equals(id)).findFirst()
                    .orElse(null);
            draw();
        });
    }

    /** Shows a rule that somebody else changed, and leaves alone what one types here. */
    void refresh() {
        var now = desk.triggers().all(Desk.tenant()).stream()
                .filter(each -> shown != null && each.id().equals(shown.id())).findFirst();
        if (now.isPresent() && shown != null && now.get().live() != shown.live()) {
            shown = now.get();
            draw();
        }
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
            desk.triggers().save(Desk.tenant(), changed);
            shown = changed;
            trial.forget();
            kept.setText(getTranslation("plans.kept", Times.clock(desk.now(), Times.zone())));
        });
    }

    private void set(boolean live) {
        var before = Objects.requireNonNull(shown);
        put(TriggerWords.live(before, live));
        UndoNotice.show(getTranslation(live ? "triggers.islive" : "triggers.ispaused"),
                () -> put(before));
    }

    private void put(Trigger rule) {
        zone.run(() -> {
            desk.triggers().save(Desk.tenant(), rule);
            shown = rule;
            kept.setText("");
            draw();
        });
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
