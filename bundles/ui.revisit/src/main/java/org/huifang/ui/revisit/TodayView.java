// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BoxSizing;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.Position;
import com.vaadin.flow.theme.lumo.LumoUtility.ZIndex;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.identity.Role;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.ui.AdminView;
import org.huifang.ui.Links;
import org.huifang.ui.Live;
import org.huifang.ui.Navigated;
import org.huifang.ui.Place;
import org.huifang.ui.View;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** First screen: whom do I call next, and what must I know before? */
@View(path = "today", title = "revisit.today.title", order = 10, icon = VaadinIcon.PHONE, roles = Role.AGENT)
@Component(service = AdminView.class, scope = ServiceScope.PROTOTYPE)
public final class TodayView extends Composite<Div> implements AdminView, Navigated {
    private static final long serialVersionUID = 1L;
    private static final int LARGE_PX = 1024;
    /** So many cases are tried to find one that no colleague has in hand. */
    private static final int TRIED = 10;
    private static final Set<String> TRAININGS = Set.of("calling", "entry", "security");

    private final transient Desk desk;
    private final transient Typed typed;
    private final Queue queue;
    private final Div pane = new Div();
    private final Div body = new Div();
    private final Zone person = new Zone();
    private final CallStrip strip;
    private final CaseFile file;
    private final Finish finish;
    private final Div inHand = new Div();
    private final Anchor back = new Anchor();
    private final Div bar = new Div();
    private transient @Nullable Place place;
    private @Nullable UUID open;
    private @Nullable UUID holder;

    @Activate
    public TodayView(@Reference Desk desk) {
        this.desk = desk;
        typed = new Typed(desk, this::kept);
        var actions = new Actions(desk, this::refresh);
        queue = new Queue(desk, actions);
        finish = new Finish(desk, typed, this::ended, this::next);
        strip = new CallStrip(desk, typed, finish::focus);
        file = new CaseFile(desk, typed, actions);
        person.addClassNames(Flex.ONE, MinWidth.NONE);
        inHand.getElement().setAttribute("role", "status");
        body.addClassNames(Display.FLEX, Gap.Column.XLARGE, Gap.Row.MEDIUM, FlexDirection.COLUMN,
                FlexDirection.Breakpoint.Large.ROW);
        body.add(person, finish);
        pane.getStyle().set("flex", "1000 1 0%");
        pane.addClassNames(MinWidth.NONE, Gap.MEDIUM, FlexDirection.COLUMN);
        back.setText(getTranslation("revisit.today.back"));
        back.getElement().setAttribute("router-link", true);
        back.addClassNames(Display.Breakpoint.Large.HIDDEN, Padding.Vertical.XSMALL);
        bar();
        pane.add(back, inHand, strip, body, bar);
        getContent().addClassNames(Display.FLEX, AlignItems.START, Gap.LARGE, Padding.MEDIUM, BoxSizing.BORDER);
        getContent().setWidthFull();
        Live.of(this).topics("revisit", "archive", "staff", "ticket").refresh(this::refresh);
    }

    /** On a phone, where a thumb reaches it while the file is read. */
    private void bar() {
        var end = new Button(getTranslation("revisit.today.finish"), click -> {
            finish.scrollIntoView();
            finish.focus();
        });
        end.addThemeVariants(ButtonVariant.LUMO_LARGE);
        end.addClassNames(Flex.ONE, Margin.NONE);
        bar.add(strip.below(), end);
        bar.addClassNames(Display.FLEX, Display.Breakpoint.Large.HIDDEN, Position.STICKY, Position.Bottom.NONE,
                ZIndex.SMALL, Background.BASE, Border.TOP, BorderColor.CONTRAST_10, Gap.SMALL,
                Padding.Vertical.SMALL);
    }

    @Override
    public void show(Place now) {
        place = now;
        if (untrained()) {
            return;
        }
        queue.open(now.query(Queue.WHOSE).filter(Queue.TEAM::equals).isPresent());
        back.setHref(Links.to("today", Queue.WHOSE, queue.whose()));
        var chosen = now.id(0);
        var former = open;
        open = chosen.or(this::best).orElse(null);
        if (!Objects.equals(former, open)) {
            putBack(former);
        }
        // on a phone the queue is a page of its own, and so is the case
        Looks.shownBelowLarge(queue, chosen.isEmpty());
        Looks.shownBelowLarge(pane, chosen.isPresent());
        queue.mark(open);
        holder = null;
        if (!load()) {
            return;
        }
        // on a phone the person stands above the note, and is read first
        if (chosen.isPresent() && wide()) {
            finish.focus();
        }
    }

    /** Who lacks a training sees no case, and who can help. */
    private boolean untrained() {
        var lacking = desk.lacking();
        if (lacking.isEmpty()) {
            if (queue.getParent().isEmpty()) {
                getContent().removeAll();
                getContent().add(queue, pane);
            }
            return false;
        }
        getContent().removeAll();
        var names = lacking.stream().sorted().map(this::training)
                .collect(Collectors.joining(getTranslation("revisit.separator")));
        getContent().add(new EmptyState(VaadinIcon.DIPLOMA, getTranslation("revisit.untrained", names),
                getTranslation("revisit.untrained.why")));
        return true;
    }

    private String training(String name) {
        return TRAININGS.contains(name)
                ? getTranslation("revisit.training." + name.toLowerCase(Locale.ROOT))
                : name;
    }

    private static boolean wide() {
        return UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth() >= LARGE_PX;
    }

    /** Who looked into a case and typed nothing leaves it to colleagues. */
    private void putBack(@Nullable UUID former) {
        if (former != null && Desk.agent().equals(holder) && typed.untouched(former)) {
            desk.revisits().release(Desk.tenant(), former, Desk.agent());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        try {
            putBack(open);
        } catch (StoreUnavailable away) {
            // it is free again by itself after a while
            return;
        }
    }

    private void refresh() {
        var barred = queue.getParent().isEmpty();
        if (barred && place != null) {
            show(place);
        } else if (!untrained()) {
            queue.refresh();
            load();
        }
    }

    private boolean load() {
        return person.run(() -> found().ifPresentOrElse(this::show, this::nothing));
    }

    private Optional<Case> found() {
        return Optional.ofNullable(open).flatMap(id -> desk.revisits().find(Desk.tenant(), id))
                .map(opened -> Case.of(opened, id -> desk.revisits().find(Desk.tenant(), id)));
    }

    private void show(Case now) {
        var learner = desk.archive().file(Desk.tenant(), now.first().learner()).orElse(null);
        if (learner == null) {
            hide();
            person.empty(getTranslation("revisit.case.nofile"));
            return;
        }
        if (holder == null) {
            holder = now.open() ? desk.revisits().take(Desk.tenant(), now.id(), Desk.agent()) : Desk.agent();
        }
        var mine = holder.equals(Desk.agent());
        inHand.removeAll();
        if (!mine) {
            inHand.add(Looks.quiet(getTranslation("revisit.today.inhand", desk.name(holder))));
        }
        finish.show(now, mine);
        if (mine) {
            typed.hold();
        }
        finish.setVisible(true);
        strip.setVisible(true);
        bar.setVisible(mine && now.open());
        strip.show(now, learner, mine);
        file.show(now, learner);
        if (file.getParent().isEmpty()) {
            person.show(file);
        }
    }

    private void hide() {
        inHand.removeAll();
        finish.setVisible(false);
        strip.setVisible(false);
        bar.setVisible(false);
    }

    private void nothing() {
        hide();
        if (open == null) {
            var ahead = queue.ahead();
            person.empty(ahead == null
                    ? getTranslation("revisit.today.alldone")
                    : getTranslation("revisit.today.ahead", Times.day(ahead)));
        } else {
            person.empty(getTranslation("revisit.today.unknown"),
                    Links.link(getTranslation("revisit.today.tolist"), "today"));
        }
    }

    private void kept(Typed.Kept result) {
        finish.told(result);
    }

    private void ended() {
        strip.stop();
    }

    /** The first case that waits and that no colleague has in hand. */
    private Optional<UUID> best() {
        return free(null).or(() -> queue.waiting(null).stream().map(Case::id).findFirst());
    }

    private Optional<UUID> free(@Nullable UUID below) {
        return queue.waiting(below).stream().limit(TRIED).map(Case::id)
                .filter(id -> desk.revisits().take(Desk.tenant(), id, Desk.agent()).equals(Desk.agent())).findFirst();
    }

    private void next() {
        var former = open;
        queue.refresh();
        Links.go(free(former).map(id -> "today/" + id).orElse("today"), Queue.WHOSE, queue.whose());
    }
}
