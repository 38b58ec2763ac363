// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huifang.api.revisit.Notice;
import org.huifang.api.revisit.Notices;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** A contact that is planned, in a sentence, and what can be said to it. What was said stands below as a receipt. */
final class NoticeCard extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Notices notices;
    private final transient Function<Notice.About, String> words;
    private final transient Supplier<Instant> clock;
    private final Paragraph sentence = Parts.sentence("");
    private final Div bar = new Div();
    private final Div panel = Layouts.column();
    private final Div told = Parts.told();
    private transient @Nullable Notice shown;
    private boolean missed;

    /** @param words what a purpose is about, with its course */
    NoticeCard(Notices notices, Function<Notice.About, String> words, Supplier<Instant> clock) {
        this.notices = notices;
        this.words = words;
        this.clock = clock;
        bar.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        getContent().add(Layouts.column(sentence, bar, panel, told));
    }

    /** What changed is shown, and what is being chosen stays. */
    void show(Notice now) {
        boolean past = now.at().isBefore(clock.get());
        if (now.equals(shown) && past == missed) {
            return;
        }
        shown = now;
        missed = past;
        sentence.setText(sentence(now));
        panel.removeAll();
        bar.removeAll();
        if (now.status() == Notice.Status.DECLINED) {
            bar.add(button("me.notice.afterall", click -> say(notices.confirm(now.token()), "me.notice.said.confirm")));
            return;
        }
        if (now.status() == Notice.Status.OPEN && !missed) {
            var suits = button("me.notice.confirm",
                    click -> say(notices.confirm(now.token()), "me.notice.said.confirm"));
            suits.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            bar.add(suits);
        }
        if (!now.times().isEmpty()) {
            bar.add(button("me.notice.time", click -> choose("me.notice.time", now.times(), Times::stamp,
                    at -> notices.move(now.token(), at), "me.notice.said.time")));
        }
        if (!now.channels().isEmpty()) {
            bar.add(button("me.notice.way", click -> choose("me.notice.way", now.channels(), Words::channel,
                    way -> notices.change(now.token(), way), "me.notice.said.way")));
        }
        bar.add(button("me.notice.not", click -> say(notices.decline(now.token()), "me.notice.said.not")));
    }

    private String sentence(Notice now) {
        var about = String.join(getTranslation("me.notice.and"), now.about().stream().map(words).toList());
        if (now.status() == Notice.Status.DECLINED) {
            return getTranslation("me.notice.declined", Times.stamp(now.at()), about);
        }
        if (missed) {
            return getTranslation("me.notice.missed", Times.stamp(now.at()), about);
        }
        return now.channel().equals("phone")
                ? getTranslation("me.notice.call", Times.stamp(now.at()), now.minutes(), about)
                : getTranslation("me.notice.message", Times.stamp(now.at()), Words.channel(now.channel()), about);
    }

    private Button button(String key, Consumer<Object> click) {
        return new Button(getTranslation(key), click::accept);
    }

    private <T> void choose(String label, List<T> offered, Function<T, String> name,
            Function<T, Optional<Notice>> choice, String said) {
        var radios = new RadioButtonGroup<T>(getTranslation(label));
        radios.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        radios.setItems(offered);
        radios.setItemLabelGenerator(name::apply);
        radios.setManualValidation(true);
        var go = new Button(getTranslation("me.notice.choose"), click -> {
            if (radios.getValue() == null) {
                radios.setErrorMessage(getTranslation("me.notice.choose.first"));
                radios.setInvalid(true);
                return;
            }
            try {
                say(choice.apply(radios.getValue()), said);
            } catch (IllegalArgumentException notOffered) {
                Parts.tell(told, Parts.refusal(getTranslation("me.notice.gone")));
            }
        });
        panel.removeAll();
        panel.add(radios, go, button("me.notice.leave", click -> panel.removeAll()));
    }

    private void say(Optional<Notice> now, String receipt) {
        panel.removeAll();
        now.ifPresentOrElse(notice -> {
            show(notice);
            Parts.tell(told, Parts.receipt(getTranslation(receipt, Times.stamp(notice.at()),
                    Words.channel(notice.channel()))));
        }, () -> Parts.tell(told, Parts.refusal(getTranslation("me.notice.gone"))));
    }
}
