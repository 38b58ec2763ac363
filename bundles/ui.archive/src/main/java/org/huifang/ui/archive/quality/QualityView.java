// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MaxWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.time.InstantSource;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Role;
import org.huifang.ui.AdminView;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: can the files be trusted? Printed, it is the report of the archive's state. */
@View(path = "quality", title = "quality.title", order = 35, icon = VaadinIcon.CHECK_SQUARE_O, roles = {
        Role.SUPERVISOR, Role.ADMIN})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class QualityView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient FileQuality quality;
    private final Div front = new Div();
    private final Span asOf = Pieces.quiet("");
    private final Zone board = new Zone();
    private final StaleList stale;
    private final Rounds rounds;
    private final Policies policies;
    private final RoundPage round;

    @Activate
    public QualityView(@Reference FileQuality quality, @Reference LearnerArchive archive,
            @Reference FileKeeping keeping, @Reference InstantSource clock) {
        this.quality = quality;
        stale = new StaleList(quality);
        rounds = new Rounds(quality, clock);
        policies = new Policies(quality);
        round = new RoundPage(quality, new Checks(archive, keeping, clock));
        var anew = new Button(getTranslation("quality.anew"),
                click -> board.run(() -> quality.countAnew(Viewer.current().tenant())));
        var print = new Button(getTranslation("quality.print"),
                click -> getElement().executeJs("setTimeout(() => window.print())"));
        anew.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        front.add(Layouts.line(asOf, Paper.never(anew), Paper.never(print)), board, rounds, stale,
                policies);
        front.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().addClassNames(Padding.MEDIUM, BoxSizing.BORDER, MaxWidth.SCREEN_LARGE);
        Live.of(this).topics("archive").refresh(this::refresh);
    }

    @Override
    public void show(Place place) {
        getContent().removeAll();
        if (place.segment(0).orElse("").equals("rounds")) {
            getContent().add(round);
            round.open(place.id(1).orElse(null));
        } else {
            getContent().add(front);
            load();
            stale.load();
        }
    }

    private void refresh() {
        if (round.getParent().isPresent()) {
            round.load();
        } else {
            load();
        }
    }

    private void load() {
        board.run(() -> quality.scorecard(Viewer.current().tenant()).ifPresentOrElse(card -> {
            asOf.setText(getTranslation("quality.asof", card.files(), Times.stamp(card.asOf())));
            board.show(new Board(card));
        }, () -> board.show(new EmptyState(VaadinIcon.CHECK_SQUARE_O, getTranslation("quality.nothing"),
                getTranslation("quality.nothing.why")))));
        rounds.load();
        policies.load();
    }
}
