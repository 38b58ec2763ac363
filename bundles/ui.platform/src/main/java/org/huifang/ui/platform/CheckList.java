// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.platform.Check;
import org.huifang.api.platform.Finding;
import org.huifang.api.platform.PlatformSetup;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Aside;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Said;
import org.huifang.ui.parts.Times;

/** The twelve checks of a connection: what holds, and of what does not, what to do about it. */
final class CheckList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient PlatformSetup setup;
    private final UUID platform;
    private final Said said = new Said();
    private final Div list = new Div();

    CheckList(PlatformSetup setup, UUID platform) {
        this.setup = setup;
        this.platform = platform;
        getContent().add(said, list);
    }

    void run(Button pressed) {
        var tenant = Viewer.current().tenant();
        pressed.setEnabled(false);
        said.busy(getTranslation("platforms.testing"));
        Aside.run(this, () -> setup.check(tenant, platform), findings -> {
            pressed.setEnabled(true);
            show(findings);
        }, () -> {
            pressed.setEnabled(true);
            said.refused(getTranslation("platforms.failed"));
        });
    }

    private void show(List<Finding> findings) {
        long bad = findings.stream().filter(finding -> finding.outcome() == Finding.Outcome.BAD).count();
        long good = findings.stream().filter(finding -> finding.outcome() == Finding.Outcome.GOOD).count();
        if (bad == 0) {
            said.done(getTranslation("platforms.sound", good, findings.size()));
        } else {
            said.refused(getTranslation("platforms.unsound", bad, findings.size()));
        }
        var rows = Layouts.list();
        findings.forEach(finding -> rows.add(Layouts.row(row(finding))));
        list.removeAll();
        list.add(rows);
    }

    private Component row(Finding finding) {
        var name = key(finding.check());
        var row = new Div(Layouts.line(switch (finding.outcome()) {
            case GOOD -> Pieces.state(VaadinIcon.CHECK_CIRCLE, getTranslation("platforms.good"), TextColor.SUCCESS);
            case BAD -> Pieces.state(VaadinIcon.EXCLAMATION_CIRCLE, getTranslation("platforms.bad"), TextColor.ERROR);
            case OPEN -> Pieces.state(VaadinIcon.MINUS_CIRCLE, getTranslation("platforms.open"), TextColor.SECONDARY);
        }, new Span(getTranslation(name)), Pieces.quiet(detail(finding))));
        if (finding.outcome() != Finding.Outcome.GOOD) {
            row.add(Pieces.quiet(getTranslation(name + ".fix")));
        }
        return row;
    }

    private static String detail(Finding finding) {
        try {
            return Times.stamp(Instant.parse(finding.detail()));
        } catch (DateTimeParseException notOfAMoment) {
            return finding.detail();
        }
    }

    static String key(Check check) {
        return "platforms.check." + check.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
