// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.List;
import java.util.UUID;
import org.huifang.api.platform.HookSource.Kind;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.SourceKeeping.Kept;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.CopyLine;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who may send events. A secret is shown once, in place, until the page is left. */
final class SourcesPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("hooks.sources"));
    private final Div secret = new Div();
    private final Div list = new Div();
    private final TextField name = new TextField(getTranslation("hooks.source.name"));
    private final Select<Kind> kind = new Select<>();
    private final TextField account = new TextField(getTranslation("hooks.source.account"));
    private final Select<Platform> platform = new Select<>();
    private transient @Nullable List<Kept> shown;

    SourcesPart(Desk desk) {
        this.desk = desk;
        name.setManualValidation(true);
        name.setHelperText(getTranslation("hooks.source.rule"));
        kind.setLabel(getTranslation("hooks.source.kind"));
        kind.setItemLabelGenerator(this::word);
        kind.setItems(Kind.values());
        kind.setValue(Kind.SIGNED);
        kind.setWidth("24rem");
        kind.setMaxWidth("100%");
        account.setManualValidation(true);
        account.setVisible(false);
        kind.addValueChangeListener(event -> account.setVisible(event.getValue() == Kind.CANVAS));
        platform.setLabel(getTranslation("hooks.source.platform"));
        platform.setEmptySelectionAllowed(true);
        platform.setEmptySelectionCaption(getTranslation("hooks.source.alone"));
        platform.setItemLabelGenerator(
                each -> each == null ? getTranslation("hooks.source.alone") : each.issuer());
        platform.setMinWidth("18rem");
        platform.setItems(desk.platforms().all(Desk.tenant()));
        var add = new Button(getTranslation("hooks.source.add"), click -> add());
        zone.show(Pieces.note(getTranslation("hooks.sources.why")), secret, list,
                Layouts.form(name, kind, account, platform, add));
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var all = desk.sources().all(Desk.tenant());
            if (all.equals(shown)) {
                return;
            }
            shown = all;
            var rows = Layouts.list();
            all.forEach(each -> rows.add(row(each)));
            list.removeAll();
            list.add(all.isEmpty() ? Pieces.quiet(getTranslation("hooks.sources.none")) : rows);
        });
    }

    private Component row(Kept source) {
        var line = Layouts.line(Pieces.strong(source.name()), Pieces.quiet(word(source.kind())));
        String of = desk.platform(source.platform());
        if (!of.isEmpty()) {
            line.add(Pieces.quiet(of));
        }
        if (!source.enabled()) {
            line.add(Pieces.state(VaadinIcon.BAN, getTranslation("hooks.disabled"), TextColor.SECONDARY));
        }
        if (source.formerEnds() != null) {
            line.add(Pieces.quiet(getTranslation("hooks.former", Times.stamp(source.formerEnds()))));
        }
        if (source.kind() != Kind.CANVAS) {
            line.add(Buttons.quiet(getTranslation("hooks.rotate"), () -> rotate(source.name())));
        }
        line.add(Buttons.quiet(getTranslation(source.enabled() ? "hooks.disable" : "hooks.enable"),
                () -> enable(source.name(), !source.enabled())));
        return Looks.row(line, Pieces.quiet(switch (source.kind()) {
            case SIGNED, TOKEN -> "/hooks/" + source.name();
            case EVENTS -> "/events/caliper · /xapi/statements";
            case CANVAS -> "/events/canvas/" + source.name();
        }));
    }

    private String word(Kind each) {
        return switch (each) {
            case SIGNED -> getTranslation("hooks.kind.signed");
            case TOKEN -> getTranslation("hooks.kind.token");
            case EVENTS -> getTranslation("hooks.kind.events");
            case CANVAS -> getTranslation("hooks.kind.canvas");
        };
    }

    private void add() {
        String wanted = name.getValue().strip();
        try {
            var of = platform.getValue();
            add(wanted, of == null ? null : of.id());
            name.setInvalid(false);
            name.clear();
            load();
        } catch (IllegalArgumentException e) {
            name.setErrorMessage(getTranslation("hooks.source.refused"));
            name.setInvalid(true);
            name.focus();
        }
    }

    private void add(String wanted, @Nullable UUID of) {
        if (kind.getValue() == Kind.CANVAS) {
            desk.sources().addCanvas(Desk.tenant(), wanted, account.getValue().strip(), of);
            secret.removeAll();
        } else {
            show(wanted, desk.sources().add(Desk.tenant(), wanted, kind.getValue(), of));
        }
    }

    private void rotate(String source) {
        zone.run(() -> {
            show(source, desk.sources().rotate(Desk.tenant(), source));
            load();
        });
    }

    private void enable(String source, boolean on) {
        zone.run(() -> {
            desk.sources().enable(Desk.tenant(), source, on);
            load();
            UndoNotice.show(getTranslation(on ? "hooks.source.enabled" : "hooks.source.disabled", source), () -> {
                desk.sources().enable(Desk.tenant(), source, !on);
                load();
            });
        });
    }

    private void show(String source, String value) {
        secret.removeAll();
        var field = new CopyLine(getTranslation("hooks.secret", source), value);
        secret.add(field);
        field.focus();
    }
}
