// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.Reachability;
import org.huifang.api.consent.Decision;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;

/**
 * Whether this person may be called now, or written to where that is planned, and if not, why, until when, and how else.
 * Read each time the case is shown: a withdrawal holds at once.
 */
final class MayCall extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final String PURPOSE = "revisit";

    // browsers count no further than some weeks
    private static final String AGAIN = """
            clearTimeout(this.again);
            this.again = setTimeout(() => this.dispatchEvent(new Event('again')), Math.min($0, 2 ** 31 - 1));""";

    private final transient Desk desk;

    /** @param again called when the hours in which calls are allowed have begun or ended */
    MayCall(Desk desk, Runnable again) {
        this.desk = desk;
        getElement().addEventListener("again", event -> again.run());
        getContent().setVisible(false);
    }

    /** Says why not, where there is a reason. False when the call must not be made. */
    boolean show(Case now, UUID learner) {
        getContent().removeAll();
        getContent().removeClassNames(Background.ERROR_10, TextColor.ERROR);
        getContent().setVisible(true);
        var hold = now.purposes().stream().map(Obligation::hold).filter(Objects::nonNull).findFirst();
        var consents = desk.consents();
        if (consents != null) {
            var decision = consents.may(Desk.tenant(), learner, PURPOSE, now.channel(), desk.now());
            if (!decision.allowed()) {
                return said(decision, now, learner);
            }
        }
        if (now.open() && hold.isPresent()) {
            stop(held(hold.get()), now, learner);
            return false;
        }
        if (now.open() && !timely(now, learner)) {
            return false;
        }
        getContent().setVisible(false);
        return true;
    }

    private boolean timely(Case now, UUID learner) {
        var at = desk.now();
        var hours = desk.hours(learner, now.first().course(), now.channel()).orElse(null);
        if (hours != null) {
            var allowed = hours.allows(at);
            var change = allowed ? Optional.of(hours.until(at)) : hours.next(at);
            change.ifPresent(then -> getElement().executeJs(AGAIN,
                    (double) Math.max(1_000, Duration.between(at, then).toMillis())));
            if (!allowed) {
                stop(change.map(then -> text(now, "revisit.may.hours", "revisit.may.hours.otherwise",
                        Times.clock(at, hours.zone()),
                        Times.stamp(then))).orElseGet(() -> getTranslation("revisit.may.nohours")), now, learner);
                return false;
            }
        }
        var planned = now.first().planned();
        if (planned != null && planned.at().isAfter(at)) {
            stop(text(now, "revisit.may.later", "revisit.may.later.otherwise", Times.stamp(planned.at())), now,
                    learner);
            return false;
        }
        return true;
    }

    private String held(Hold hold) {
        var reason = Words.of(hold.reason());
        return hold.until() == null
                ? getTranslation("revisit.may.held", reason)
                : getTranslation("revisit.may.helduntil", reason, Times.stamp(hold.until()));
    }

    private boolean said(Decision decision, Case now, UUID learner) {
        switch (decision) {
            case Decision.Allowed allowed -> {
                return true;
            }
            case Decision.ByContract contract -> {
                return true;
            }
            case Decision.NoConsent none -> {
                getContent().add(Looks.quiet(text(now, "revisit.may.none", "revisit.may.none.otherwise")));
                return true;
            }
            case Decision.Withdrawn refused ->
                stop(text(now, "revisit.may.withdrawn", "revisit.may.withdrawn.otherwise",
                        Times.stamp(refused.by().at())), now, learner);
            case Decision.DoNotContact refused ->
                stop(text(now, "revisit.may.never", "revisit.may.never.otherwise", Times.stamp(refused.by().at())), now,
                        learner);
            case Decision.MinorNeedsGuardian young ->
                stop(text(now, "revisit.may.minor", "revisit.may.minor.otherwise", young.until()), now, learner);
        }
        return false;
    }

    /** What is planned on another channel is not called a call. */
    private String text(Case now, String called, String otherwise, Object... arguments) {
        return getTranslation(now.called() ? called : otherwise, arguments);
    }

    private void stop(String sentence, Case now, UUID learner) {
        getContent().addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, Padding.SMALL, BorderRadius.MEDIUM,
                Background.ERROR_10, TextColor.ERROR);
        getContent().add(Pieces.icon(VaadinIcon.BAN), new Span(sentence));
        var others = others(learner, now.channel());
        if (!others.isEmpty()) {
            getContent().add(new Span(getTranslation("revisit.may.others", others)));
        }
    }

    /** The other ways that this person may be reached on; "" when there is none, or it is not known. */
    private String others(UUID learner, String but) {
        return desk.reach(learner)
                .map(reach -> Reachability.CHANNELS.stream()
                        .filter(c -> !c.equals(but) && reach.points().containsKey(c) && reach.may(PURPOSE, c))
                        .map(Words::channel).collect(Collectors.joining(getTranslation("revisit.separator"))))
                .orElse("");
    }
}
