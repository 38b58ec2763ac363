// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Planned;
import org.huifang.ui.Keys;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Words;

/** Asks in place for what an action needs: a time, a reason, a colleague. Escape leaves it. */
final class ActionPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 300;
    /** The keys of a row that has the focus. */
    static final Map<String, Act> KEYS = Map.of("R", Act.RESCHEDULE, "E", Act.EXEMPT, "A", Act.ASSIGN);

    /** The actions that ask for something. */
    enum Act {
        RESCHEDULE("revisit.act.reschedule", "revisit.act.reschedule.do"), EXEMPT("revisit.act.exempt",
                "revisit.act.exempt.do"), ASSIGN("revisit.act.assign", "revisit.act.assign.do");

        private final String label;
        private final String button;

        Act(String label, String button) {
            this.label = label;
            this.button = button;
        }

        String label() {
            return label;
        }
    }

    private final transient Actions actions;
    private final transient Runnable back;
    private final Paragraph why = new Paragraph();
    private transient Runnable doing = () -> {
        // nothing is asked yet
    };

    /** @param back gives the focus back after closing */
    ActionPanel(Actions actions, Runnable back) {
        this.actions = actions;
        this.back = back;
        why.addClassNames(Margin.NONE, TextColor.ERROR);
        why.getElement().setAttribute("role", "alert");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.SMALL, Background.CONTRAST_5,
                BorderRadius.MEDIUM);
        setVisible(false);
        Keys.on(getContent(), "Escape", "revisit.key.close", this::close);
        // and not what the form beside it does with this key
        Keys.inside(getContent(), "Ctrl+Enter", "revisit.key.do", () -> doing.run());
    }

    void open(Act act, Case now) {
        var what = now.purposes().stream().map(Words::what)
                .collect(Collectors.joining(getTranslation("revisit.separator")));
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation(act.label()));
        getContent().removeAll();
        why.setText("");
        getContent().add(Looks.quiet(getTranslation(act.label()) + " · " + what));
        switch (act) {
            case RESCHEDULE -> reschedule(act, now);
            case EXEMPT -> exempt(act, now);
            case ASSIGN -> assign(act, now);
        }
        setVisible(true);
    }

    private void reschedule(Act act, Case now) {
        var at = new CallBackField("revisit.act.at");
        at.show(Optional.ofNullable(now.first().planned()).map(Planned::at)
                .filter(time -> time.isAfter(actions.desk().now())).orElse(null), actions.desk().now(),
                actions.desk().hours(now.first().learner(), now.first().course(), now.channel()).orElse(null));
        ask(act, at, () -> {
            var time = at.checked(actions.desk().now());
            if (time == null) {
                return false;
            }
            if (!actions.reschedule(now, time)) {
                why.setText(getTranslation("revisit.act.notmoved"));
                return false;
            }
            return true;
        });
        at.focus();
    }

    private void exempt(Act act, Case now) {
        var reason = new TextField(getTranslation("revisit.act.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        ask(act, reason, () -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("revisit.act.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
                return false;
            }
            actions.exempt(ids(now), reason.getValue().strip());
            return true;
        });
        reason.focus();
    }

    private void assign(Act act, Case now) {
        var names = actions.desk().colleagues();
        var who = new Select<UUID>();
        who.setLabel(getTranslation("revisit.act.colleague"));
        who.setWidthFull();
        who.setItems(names.keySet());
        who.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        ask(act, who, () -> {
            if (who.getValue() == null) {
                who.setErrorMessage(getTranslation("revisit.act.colleague.missing"));
                who.setInvalid(true);
                return false;
            }
            actions.assign(owners(now), who.getValue());
            return true;
        });
        who.focus();
    }

    private void ask(Act act, Component field, BooleanSupplier work) {
        doing = () -> {
            if (work.getAsBoolean()) {
                close();
            }
        };
        var go = new Button(getTranslation(act.button), click -> doing.run());
        go.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        var leave = Buttons.quiet(getTranslation("revisit.act.cancel"), this::close);
        var buttons = new Div(go, leave);
        buttons.addClassNames(Display.FLEX, Gap.SMALL);
        getContent().add(field, why, buttons);
    }

    private void close() {
        setVisible(false);
        getContent().removeAll();
        back.run();
    }

    private static List<UUID> ids(Case now) {
        return now.purposes().stream().map(Obligation::id).toList();
    }

    private static Map<UUID, UUID> owners(Case now) {
        return now.purposes().stream().collect(Collectors.toMap(Obligation::id, Obligation::owner));
    }
}
