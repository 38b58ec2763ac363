// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.LinkedPerson;
import org.huifang.api.archive.Purchase;
import org.huifang.api.archive.Relation;
import org.huifang.api.archive.Relations;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Who stands behind a learner, each with a file of their own, and what was bought for them. */
final class People extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Relations relations;
    private final transient Runnable changed;
    private final Zone people = new Zone(getTranslation("files.people"));
    private final Zone bought = new Zone(getTranslation("files.bought"));
    private final Div adding = new Div();
    private final Button add = Buttons.quiet(getTranslation("files.people.add"), VaadinIcon.PLUS, this::form);
    private @Nullable UUID learner;
    private transient @Nullable Around shown;

    private record Around(UUID learner, List<LinkedPerson> behind, List<LinkedPerson> before,
            List<Purchase> purchases) {}

    /** @param changed called after a link was made or taken back here */
    People(Desk desk, Relations relations, Runnable changed) {
        this.desk = desk;
        this.relations = relations;
        this.changed = changed;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().add(new Div(people, adding), bought);
    }

    /** @param past whether the file is shown of a day gone by, of which this is not known */
    void show(LearnerFile file, boolean past) {
        setVisible(!past);
        if (past) {
            return;
        }
        if (!file.id().equals(learner)) {
            learner = file.id();
            close();
        }
        var tenant = Viewer.current().tenant();
        List<LinkedPerson> behind = relations.of(tenant, file.id());
        List<LinkedPerson> before = relations.learnersOf(tenant, file.id());
        var now = new Around(file.id(), behind, before, relations.purchases(tenant, file.id()));
        if (now.equals(shown)) {
            return; // a button that is being pressed must not be taken away because something else of the file changed
        }
        shown = now;
        var list = Layouts.list();
        behind.forEach(other -> list.add(row(other, Words.of(other.relation()), file.id(), other.person())));
        before.forEach(other -> list.add(row(other,
                getTranslation("files.people.of." + other.relation().name().toLowerCase(Locale.ROOT)),
                other.person(), file.id())));
        if (behind.isEmpty() && before.isEmpty()) {
            people.empty(getTranslation("files.people.none"));
        } else {
            people.show(list);
        }
        bought(now.purchases);
    }

    /** @param of whose guardian or payer the person is */
    private Component row(LinkedPerson other, String what, UUID of, UUID person) {
        var name = Links.link(other.name(), "files/" + other.person());
        var said = Pieces.quiet(getTranslation("files.people.since", Times.day(other.since()),
                desk.name(other.author())));
        var text = new Div(new Div(new Span(what + " "), name), new Div(said));
        text.addClassName(Flex.ONE);
        text.setMinWidth("12rem");
        var remove = Buttons.quiet(getTranslation("files.people.remove"), VaadinIcon.UNLINK, () -> {
            desk.decide(new Fact.Linked(of, person, other.relation(), false, Desk.author(), desk.clock().instant()));
            changed.run();
            UndoNotice.show(getTranslation("files.people.removed", other.name()),
                    () -> link(of, person, other.relation()));
        });
        remove.setAriaLabel(getTranslation("files.people.remove.aria", other.name()));
        return line(text, remove);
    }

    private static ListItem line(Component... parts) {
        var line = new ListItem(parts);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.Column.SMALL, Padding.Vertical.XSMALL,
                Border.BOTTOM, BorderColor.CONTRAST_10);
        return line;
    }

    private void bought(List<Purchase> purchases) {
        bought.setVisible(!purchases.isEmpty());
        var list = Layouts.list();
        for (Purchase one : purchases) {
            var kind = getTranslation("files.bought." + one.kind().name().toLowerCase(Locale.ROOT),
                    Times.day(one.at()));
            var until = one.until();
            var when = until == null ? kind : kind + " · " + getTranslation("files.bought.until", Times.day(until));
            var text = new Div(new Div(new Span(one.title().isBlank() ? one.order() : one.title())),
                    new Div(Pieces.quiet(when)), new Div(Pieces.quiet(getTranslation("files.bought.order", one.order(),
                            Words.source(one.source())))));
            list.add(line(text));
        }
        bought.show(list);
    }

    private void form() {
        var file = learner;
        if (file == null) {
            return;
        }
        adding.removeAll();
        adding.add(new LinkForm(desk, file, this::link, this::close));
    }

    private void close() {
        adding.removeAll();
        adding.add(add);
    }

    private void link(UUID of, UUID person, Relation relation) {
        desk.decide(new Fact.Linked(of, person, relation, true, Desk.author(), desk.clock().instant()));
        close();
        changed.run();
    }
}
