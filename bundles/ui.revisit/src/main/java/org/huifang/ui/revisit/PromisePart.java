// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huifang.api.revisit.Promise;
import org.huifang.ui.parts.Pieces;

/** What the agent promises: each promise becomes an obligation with its day. */
final class PromisePart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;

    private final transient Runnable changed;
    private final Div list = new Div();
    private final Button more;
    private final List<PromiseRow> rows = new ArrayList<>();

    PromisePart(InstantSource clock, Runnable changed) {
        this.changed = changed;
        more = new Button(getTranslation("revisit.promise.add"), Pieces.icon(VaadinIcon.PLUS), click -> {
            add(new Draft.Pledge("", null), clock.instant()).focus();
            changed.run();
        });
        more.addThemeVariants(ButtonVariant.LUMO_SMALL);
        list.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        getContent().add(list, more);
    }

    /** @param now times before it cannot be promised */
    void show(List<Draft.Pledge> promises, Instant now) {
        rows.clear();
        list.removeAll();
        promises.forEach(each -> add(each, now));
        more.setVisible(rows.size() < MOST);
    }

    List<Draft.Pledge> value() {
        return rows.stream().map(PromiseRow::value).toList();
    }

    /** The promises, or empty after saying at its place what is missing; rows that were left empty are no promises. */
    Optional<List<Promise>> checked(Instant now) {
        var checked = rows.stream().filter(row -> !row.value().empty()).map(row -> row.checked(now)).toList();
        return checked.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(checked.stream().flatMap(Optional::stream).toList());
    }

    private PromiseRow add(Draft.Pledge promise, Instant now) {
        var row = new PromiseRow(promise, now, changed, this::remove);
        rows.add(row);
        list.add(row);
        more.setVisible(rows.size() < MOST);
        return row;
    }

    private void remove(PromiseRow row) {
        rows.remove(row);
        list.remove(row);
        more.setVisible(true);
        changed.run();
    }
}
