// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.LinkedPerson;
import org.huifang.api.archive.Relation;
import org.huifang.api.consent.ConsentText;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Standing;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** What was heard on the phone: nothing counts without a proof, a withdrawal counts at once. */
final class Recording extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** Who spoke. */
    private record Speaker(String name, String basis, String proof) {}

    private final transient Desk desk;
    private final UUID learner;
    private final transient Runnable changed;
    private final Zone zone;
    private final Select<String> purpose = new Select<>();
    private final Select<String> channel = new Select<>();
    private final Select<Speaker> speaker = new Select<>();
    private final TextField proof = new TextField();
    private final Div text = new Div();
    private final Div told = new Div();

    Recording(Desk desk, UUID learner, Runnable changed) {
        this.desk = desk;
        this.learner = learner;
        this.changed = changed;
        zone = new Zone(getTranslation("consents.record"));
        purpose.setLabel(getTranslation("consents.purpose"));
        purpose.setItemLabelGenerator(this::purpose);
        purpose.addValueChangeListener(change -> text());
        channel.setLabel(getTranslation("consents.channel"));
        channel.setItemLabelGenerator(Words::channel);
        channel.setItems("phone", "wechat", "sms", "email", "lms", Consents.ANY);
        channel.setValue("phone");
        speaker.setLabel(getTranslation("consents.speaker"));
        speaker.setItemLabelGenerator(Speaker::name);
        proof.setLabel(getTranslation("consents.proof"));
        proof.setPlaceholder(getTranslation("consents.proof.how"));
        proof.setMaxLength(500);
        proof.setMinWidth("20em");
        told.getElement().setAttribute("role", "status");
        var agree = Buttons.primary(getTranslation("consents.record.given"), () -> say(true));
        var withdraw = new Button(getTranslation("consents.record.withdrawn"), click -> say(false));
        zone.show(Layouts.closeForm(purpose, channel, speaker, proof), text, Layouts.closeForm(agree, withdraw), told);
        getContent().add(zone);
    }

    void refresh(LearnerFile file) {
        if (purpose.getValue() == null) {
            var purposes = new ArrayList<>(desk.consents().current(Desk.tenant(), learner, desk.now()).stream()
                    .map(Standing::purpose).distinct().toList());
            purposes.add(Consents.CONTACT);
            purpose.setItems(purposes);
            purpose.setValue(purposes.getFirst());
            var speakers = Stream.concat(Stream.of(new Speaker(file.name(), "consent", "")),
                    guardians().stream().map(one -> new Speaker(getTranslation("consents.guardian", one.name()),
                            "guardian", "guardian " + one.person() + ": ")))
                    .toList();
            speaker.setItems(speakers);
            speaker.setValue(speakers.getFirst());
        }
    }

    private List<LinkedPerson> guardians() {
        return desk.relations().of(Desk.tenant(), learner).stream()
                .filter(one -> one.relation() == Relation.GUARDIAN).toList();
    }

    private String purpose(String of) {
        return of.equals(Consents.CONTACT) ? getTranslation("consents.contact") : Words.purpose(of);
    }

    /** What has to be read out. */
    private void text() {
        text.removeAll();
        texts().forEach(one -> text.add(
                Layouts.column(Pieces.quiet(getTranslation("consents.text", one.version())), new Span(one.text()))));
    }

    private List<ConsentText> texts() {
        return desk.consents().texts(Desk.tenant(), getLocale().toLanguageTag(), desk.now()).stream()
                .filter(one -> one.purpose().equals(purpose.getValue())).toList();
    }

    private void say(boolean given) {
        var who = speaker.getValue();
        var typed = proof.getValue().strip();
        proof.setInvalid(typed.isEmpty());
        if (typed.isEmpty()) {
            proof.setErrorMessage(getTranslation("consents.proof.missing"));
            proof.focus();
            return;
        }
        zone.run(() -> {
            var version = given ? texts().stream().findFirst().map(ConsentText::version).orElse("") : "";
            var said = desk.consents().say(Desk.tenant(), UUID.randomUUID(), new Fact.Consented(learner,
                    purpose.getValue(), channel.getValue(), who.basis, version, given, who.proof + typed,
                    Desk.author(), desk.now()));
            proof.clear();
            told.removeAll();
            told.add(new Span(getTranslation(given ? "consents.receipt.given" : "consents.receipt.withdrawn",
                    Times.stamp(said.at()))));
            changed.run();
        });
    }
}
