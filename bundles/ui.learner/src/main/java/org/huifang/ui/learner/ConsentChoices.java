// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.ConsentText;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.huifang.api.consent.Standing;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What the learner agreed to: one part for each purpose, one switch for each channel. */
final class ConsentChoices extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private record Shown(List<Standing> standings, Map<String, ConsentText> texts, @Nullable LocalDate minorUntil) {}

    private final transient Me me;
    private final Zone zone = new Zone();
    private final Div told = Parts.told();
    private final List<PurposeChoice> purposes = new ArrayList<>();
    private transient @Nullable Shown shown;

    ConsentChoices(Me me) {
        this.me = me;
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var now = me.now();
            var texts = me.services().consents().texts(me.tenant(), getLocale().toLanguageTag(), now).stream()
                    .collect(Collectors.toMap(ConsentText::purpose, Function.identity()));
            var read = new Shown(me.services().consents().current(me.tenant(), me.learner(), now), texts,
                    me.services().consents().minorUntil(me.tenant(), me.learner(), now).orElse(null));
            // a text that is being read stays where it is
            if (!read.equals(shown) && purposes.stream().noneMatch(PurposeChoice::reading)) {
                shown = read;
                render(read);
            }
        });
    }

    private void render(Shown now) {
        var byPurpose = new LinkedHashMap<String, List<Standing>>();
        now.standings.forEach(one -> byPurpose.computeIfAbsent(one.purpose(), p -> new ArrayList<>()).add(one));
        purposes.clear();
        byPurpose.forEach((purpose, standings) -> purposes
                .add(new PurposeChoice(purpose, standings, now.texts.get(purpose), now.minorUntil != null, this::say)));
        var content = new ArrayList<Component>();
        content.add(Parts.heading(getTranslation("me.consents")));
        content.add(Parts.aside(getTranslation("me.consents.how")));
        content.add(told);
        if (now.minorUntil != null) {
            content.add(Parts.sentence(getTranslation("me.consents.minor", now.minorUntil)));
        }
        content.addAll(purposes);
        content.add(contact(now));
        zone.show(content.toArray(Component[]::new));
    }

    /** Everybody may refuse; whoever is too young to agree alone cannot take a refusal back. */
    private Component contact(Shown now) {
        var stopped = now.standings.stream().allMatch(one -> one.decision() instanceof Decision.DoNotContact);
        if (stopped && now.minorUntil != null) {
            return new Div(Parts.sentence(getTranslation("me.contact.stopped")),
                    Parts.aside(getTranslation("me.contact.guardian")));
        }
        var button = new Button(getTranslation(stopped ? "me.contact.again" : "me.contact.stop"),
                click -> say(Consents.CONTACT, Consents.ANY, "", stopped));
        return stopped
                ? new Div(Parts.sentence(getTranslation("me.contact.stopped")), button)
                : new Div(button);
    }

    private void say(String purpose, String channel, String version, boolean given) {
        zone.run(() -> {
            var said = me.say(purpose, channel, version, given);
            Parts.tell(told, Parts.receipt(receipt(said)));
            refresh();
        });
    }

    private String receipt(ConsentEntry said) {
        var at = Times.stamp(said.at());
        if (said.purpose().equals(Consents.CONTACT)) {
            return getTranslation(said.given() ? "me.receipt.contact" : "me.receipt.nocontact", at);
        }
        return getTranslation(said.given() ? "me.receipt.agreed" : "me.receipt.withdrawn", at,
                Asked.purpose(said.purpose()), Words.channel(said.channel()), said.version());
    }
}
