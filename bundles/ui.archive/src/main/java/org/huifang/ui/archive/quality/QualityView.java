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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.History;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.archive.Tags;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ListExport;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: can the files be trusted? Printed, it is the report of the archive's state. */
@View(path = "quality", title = "quality.title", order = 35, icon = VaadinIcon.CHECK_SQUARE_O, roles = {
        Role.SUPERVISOR, Role.ADMIN})
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class QualityView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;

    private final transient FileQuality quality;
    private final transient @Nullable Accounts accounts;
    private final Div front = new Div();
    private final Span asOf = Pieces.quiet("");
    private final Zone board = new Zone();
    private final Trend trend = new Trend();
    private final Keepers keepers = new Keepers();
    private final StaleList stale;
    private final Rounds rounds;
    private final Policies policies;
    private final HistoryPart history;
    private final RoundPage round;
    private transient @Nullable Scorecard shown;

    @Activate
    public QualityView(@Reference FileQuality quality, @Reference LearnerArchive archive,
            @Reference FileKeeping keeping, @Reference History history, @Reference InstantSource clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable ListExport export,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Accounts accounts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) @Nullable Tags tags) {
        this.quality = quality;
        this.accounts = accounts;
        stale = new StaleList(quality, export);
        rounds = new Rounds(quality, clock);
        policies = new Policies(quality, tags);
        this.history = new HistoryPart(history, export);
        round = new RoundPage(quality, new Checks(archive, keeping, clock));
        var anew = new Button(getTranslation("quality.anew"),
                click -> board.run(() -> quality.countAnew(Viewer.current().tenant())));
        var print = new Button(getTranslation("quality.print"),
                click -> getElement().executeJs("setTimeout(() => window.print())"));
        anew.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        front.add(Layouts.line(asOf, Paper.never(anew), Paper.never(print)), board, trend, keepers, rounds, stale,
                policies, this.history);
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

    private Map<UUID, String> names() {
        return accounts == null
                ? Map.of()
                : accounts.all(Viewer.current().tenant()).stream().collect(Collectors.toMap(Account::id,
                        account -> account.displayName().isBlank() ? account.name() : account.displayName()));
    }

    private void load() {
        board.run(() -> quality.scorecard(Viewer.current().tenant()).ifPresentOrElse(card -> {
            asOf.setText(getTranslation("quality.asof", card.files(), Times.stamp(card.asOf())));
            if (!card.equals(shown)) {
                shown = card; // a definition that is being read stays open
                board.show(new Board(card));
            }
            keepers.show(quality.keepers(Viewer.current().tenant()), names());
            trend.show(quality.months(Viewer.current().tenant(), Trend.MONTHS));
        }, () -> board.show(new EmptyState(VaadinIcon.CHECK_SQUARE_O, getTranslation("quality.nothing"),
                getTranslation("quality.nothing.why")))));
        rounds.load();
        policies.load();
        history.load();
    }
}
