// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.UUID;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Masked;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * The number and the call itself: what stands in its way, how long it takes, whether the recording was announced. Where it
 * is planned on another channel, that and the address for it stand here, and there is nothing to call.
 */
final class CallStrip extends Composite<Div> implements HasStyle {
    private static final long serialVersionUID = 1L;
    // shows minutes and seconds from a count of seconds on, and ends when the page has gone on
    private static final String TICK = """
            clearInterval(this.running);
            const since = Date.now() - $0 * 1000;
            const show = () => {
              const s = Math.max(0, Math.floor((Date.now() - since) / 1000));
              this.textContent = String(Math.floor(s / 60)).padStart(2, '0') + ':' + String(s % 60).padStart(2, '0');
              if (!this.isConnected) { clearInterval(this.running); }
            };
            show();
            if ($1) { this.running = setInterval(show, 1000); }""";

    private static final String FRAME = "huifang-dialler";

    private final transient Desk desk;
    private final transient Typed typed;
    private final MayCall may;
    private final Masked number = new Masked();
    private final Button reveal = new Button();
    private final Anchor call = new Anchor();
    /** The same for the bar at the bottom of a phone. */
    private final Anchor below = new Anchor();
    private final Span timer = new Span();
    private final RadioButtonGroup<Boolean> recorded = new RadioButtonGroup<>();
    /** What is to be done instead where it is planned on another channel. */
    private final Span otherwise = new Span();
    private String channel = Case.PHONE;
    private String full = "";
    private @Nullable UUID learner;
    private int opened;
    private transient Runnable again = () -> {};

    /** @param begun called when the call starts */
    CallStrip(Desk desk, Typed typed, Runnable begun) {
        this.desk = desk;
        this.typed = typed;
        may = new MayCall(desk, () -> again.run());
        number.addClassName(FontWeight.SEMIBOLD);
        reveal.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        reveal.addClickListener(click -> plain());
        starts(call, begun);
        starts(below, () -> {});
        below.addClassNames(Flex.ONE, JustifyContent.CENTER, Padding.Vertical.SMALL);
        timer.getElement().setAttribute("role", "timer");
        timer.getElement().setAttribute("aria-label", getTranslation("revisit.call.timer"));
        timer.addClassName(FontWeight.SEMIBOLD);
        recorded.setLabel(getTranslation("revisit.call.recorded"));
        recorded.setItems(true, false);
        recorded.setItemLabelGenerator(
                given -> getTranslation(given ? "revisit.call.recorded.yes" : "revisit.call.recorded.no"));
        recorded.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                typed.change(draft -> draft.with(draft.call().told(event.getValue())));
            }
        });
        otherwise.addClassName(FontWeight.SEMIBOLD);
        var line = new Div(otherwise, number, reveal, call, timer, recorded);
        line.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.MEDIUM);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.Bottom.SMALL, Border.BOTTOM,
                BorderColor.CONTRAST_10);
        getContent().add(may, line, dialler());
    }

    /** @param begun called when the call starts */
    private void starts(Anchor link, Runnable begun) {
        link.add(Pieces.icon(VaadinIcon.PHONE), new Span(getTranslation("revisit.call.start")));
        link.addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL, Padding.Horizontal.MEDIUM,
                Padding.Vertical.XSMALL, BorderRadius.MEDIUM, Background.PRIMARY, TextColor.PRIMARY_CONTRAST,
                FontWeight.SEMIBOLD);
        link.setTarget(FRAME);
        link.getElement().addEventListener("click", event -> {
            typed.change(draft -> draft.with(draft.call().start(desk.now())));
            time();
            begun.run();
        });
    }

    /** The call once more, to stand where a thumb reaches it. */
    Anchor below() {
        return below;
    }

    /** A call that left the page itself would make the browser believe that it goes away, and stop typing and pushes. */
    private static IFrame dialler() {
        var frame = new IFrame();
        frame.setName(FRAME);
        frame.getElement().setAttribute("hidden", true).setAttribute("aria-hidden", "true");
        return frame;
    }

    /**
     * Shows the call as it stands in the draft.
     *
     * @param mine false while a colleague has the case in hand
     */
    void show(Case now, LearnerFile file, boolean mine) {
        again = () -> show(now, file, mine);
        var former = full;
        boolean same = channel.equals(now.channel());
        learner = file.id();
        channel = now.channel();
        full = file.value(channel).map(FieldValue::value).orElse("");
        if (!same || !full.equals(former) || opened != typed.opened()) {
            mask();
        }
        if (opened != typed.opened()) {
            opened = typed.opened();
            recorded.setValue(typed.now().call().recorded());
            time();
        }
        var allowed = may.show(now, file.id());
        call.setVisible(allowed && mine && now.open() && phone() && !full.isEmpty());
        below.setVisible(call.isVisible());
        recorded.setVisible(mine && now.open() && phone());
        otherwise.setVisible(allowed && now.open() && !phone());
        otherwise.setText(getTranslation("revisit.call.otherwise", Words.channel(channel)));
    }

    private boolean phone() {
        return channel.equals(Case.PHONE);
    }

    private void mask() {
        var masked = Mask.shown(channel, full);
        number.mask(phone() && full.isEmpty() ? getTranslation("revisit.call.nonumber") : masked,
                phone() && !full.isEmpty()
                        ? getTranslation("revisit.call.ending", full.substring(Math.max(0, full.length() - 4)))
                        : masked);
        number.setVisible(phone() || !full.isEmpty());
        reveal.setText(getTranslation(phone() ? "revisit.call.reveal" : "revisit.call.reveal.address"));
        reveal.setVisible(!full.isEmpty());
        call.setHref("tel:" + full.replaceAll("[^0-9+*#]", ""));
        below.setHref(call.getHref());
    }

    /** For those who dial by hand; on record before it is seen. */
    private void plain() {
        if (learner != null) {
            desk.revealed(learner, channel);
            reveal.setVisible(false);
            number.reveal(full, () -> reveal.setVisible(!full.isEmpty()));
        }
    }

    /** An outcome ends the call. */
    void stop() {
        typed.change(draft -> draft.with(draft.call().stop(desk.now())));
        time();
    }

    private void time() {
        var now = typed.now().call();
        var seconds = now.until(desk.now());
        timer.setVisible(now.started() != null || seconds > 0);
        timer.getElement().executeJs(TICK, seconds, now.started() != null);
    }
}
