// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Relation;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Words;

/** Names a guardian or a payer of a learner: somebody who has a file, or somebody new, for whom one is opened. */
final class LinkForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAME = 200;

    /** Makes the link. */
    interface Linking {
        void link(UUID learner, UUID person, Relation relation);
    }

    private final transient Desk desk;
    private final UUID learner;
    private final transient Linking linking;
    private final ComboBox<LearnerSummary> who = new ComboBox<>(getTranslation("files.people.who"));
    private final Select<Relation> relation = new Select<>();
    private final TextField phone = new TextField(Words.field(Field.PHONE.key()));
    private String fresh = "";

    LinkForm(Desk desk, UUID learner, Linking linking, Runnable close) {
        this.desk = desk;
        this.learner = learner;
        this.linking = linking;
        who.setItems(query -> {
            // one page is enough: whoever is not in it is found by another letter
            var text = query.getFilter().orElse("");
            var found = desk.archive().find(Viewer.current().tenant(), text, null, 50).items();
            return found.stream().filter(one -> !one.id().equals(learner)).skip(query.getOffset())
                    .limit(query.getLimit());
        });
        who.setItemLabelGenerator(LearnerSummary::name);
        who.setHelperText(getTranslation("files.people.who.help"));
        who.setWidth("18rem");
        who.setMaxWidth("100%");
        who.setAllowCustomValue(true);
        who.addCustomValueSetListener(event -> name(event.getDetail().strip()));
        who.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                name("");
            }
        });
        who.addAttachListener(attached -> who.focus());
        relation.setLabel(getTranslation("files.people.relation"));
        relation.setItems(List.of(Relation.values()));
        relation.setItemLabelGenerator(Words::of);
        relation.setValue(Relation.GUARDIAN);
        relation.setWidth("10rem");
        phone.setHelperText(getTranslation("files.hint.phone"));
        phone.setWidth("18rem");
        phone.setMaxWidth("100%");
        phone.setVisible(false);
        var cancel = Buttons.quiet(getTranslation("files.fact.cancel"), close);
        getContent().getElement().addEventListener("keydown", event -> close.run())
                .setFilter("event.key === 'Escape' && !event.isComposing && event.keyCode !== 229"
                        + " && !event.target.closest('[opened]')");
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.SMALL, Padding.SMALL,
                Background.CONTRAST_5, BorderRadius.MEDIUM);
        var bar = new Div(Buttons.primary(getTranslation("files.people.link"), this::save), cancel);
        bar.addClassNames(Display.FLEX, AlignItems.CENTER, Gap.SMALL);
        getContent().add(who, relation, phone, bar);
    }

    /** @param name of somebody who has no file yet, or "" */
    private void name(String name) {
        fresh = name.substring(0, Math.min(MOST_NAME, name.length()));
        phone.setVisible(!fresh.isEmpty());
        who.setInvalid(false);
        who.setHelperText(getTranslation(fresh.isEmpty() ? "files.people.who.help" : "files.people.who.new", fresh));
    }

    private void save() {
        var chosen = who.getValue();
        if (chosen != null) {
            linking.link(learner, chosen.id(), relation.getValue());
        } else if (fresh.isEmpty()) {
            who.setErrorMessage(getTranslation("files.people.who.missing"));
            who.setInvalid(true);
            who.focus();
        } else {
            open();
        }
    }

    /** Opens the file and links it; a number that cannot be one is said, and the file is there without it. */
    private void open() {
        var tenant = Viewer.current().tenant();
        var key = new PersonKey(Desk.SOURCE, UUID.randomUUID().toString());
        var receipt = desk.archive().record(new Delivery(tenant, Desk.SOURCE, key.subject(),
                List.of(new Fact.PersonDescribed(key, null, Map.of(Field.NAME.key(), fresh), Confidence.STATED,
                        Desk.author(), desk.clock().instant()))));
        if (!(receipt instanceof Receipt.Recorded recorded)) {
            return;
        }
        var person = Objects.requireNonNull(recorded.people().get(key));
        linking.link(learner, person, relation.getValue());
        var number = phone.getValue().strip();
        if (!number.isEmpty()
                && desk.edit(person, Field.PHONE.key(), number, null, null,
                        Confidence.STATED) instanceof Edited.Refused) {
            Notification.show(getTranslation("files.people.nonumber", fresh));
        }
    }
}
