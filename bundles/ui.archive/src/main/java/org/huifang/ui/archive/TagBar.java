// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TagCount;
import org.huifang.api.segment.Listed;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.UndoNotice;

/** What can be done with the chosen files at once: tags put on and taken off, with a way back; two of them compared. */
final class TagBar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final Span count = new Span();
    private final ComboBox<String> tag = new ComboBox<>();
    private final Button why = new Button();
    private final Anchor compare = Links.link(getTranslation("list.compare"), "files");
    private transient List<Listed> chosen = List.of();

    /** @param explain told the chosen file when somebody asks why it is here */
    TagBar(Desk desk, Runnable changed, Consumer<UUID> explain) {
        this.desk = desk;
        this.changed = changed;
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(event -> tag.setValue(event.getDetail()));
        tag.setAriaLabel(getTranslation("tags.name"));
        tag.setPlaceholder(getTranslation("tags.name"));
        why.setText(getTranslation("seg.why"));
        why.addClickListener(click -> chosen.stream().findFirst().ifPresent(file -> explain.accept(file.id())));
        count.getElement().setAttribute("aria-live", "polite");
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL, Padding.SMALL,
                Background.PRIMARY_10, BorderRadius.MEDIUM);
        getContent().add(count, tag, new Button(getTranslation("tags.put"), click -> put(true)),
                new Button(getTranslation("tags.take"), click -> put(false)), why, compare);
        setVisible(false);
    }

    void choose(Set<Listed> files, boolean narrowed) {
        chosen = List.copyOf(files);
        count.setText(getTranslation("list.chosen", chosen.size()));
        why.setVisible(narrowed && chosen.size() == 1);
        // one person with two files of which nothing is alike is found by people only
        compare.setVisible(chosen.size() == 2);
        if (chosen.size() == 2) {
            compare.setHref(Links.to("files/" + chosen.getFirst().id() + "/merge/" + chosen.getLast().id()));
        }
        setVisible(!chosen.isEmpty());
    }

    void tags(List<TagCount> known) {
        var typed = tag.getValue();
        tag.setItems(known.stream().map(TagCount::name).toList());
        tag.setValue(typed);
    }

    private void put(boolean on) {
        String name = tag.getValue() == null ? "" : tag.getValue().strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            tag.setErrorMessage(getTranslation("tags.wrong"));
            tag.setInvalid(true);
            tag.focus();
            return;
        }
        tag.setInvalid(false);
        // what is so already stays untouched, so that undoing changes nothing that was not done
        var files = chosen.stream().filter(file -> file.tags().contains(name) != on).map(Listed::id).toList();
        say(files, name, on);
        UndoNotice.show(getTranslation(on ? "tags.putdone" : "tags.takendone", files.size(), name),
                () -> say(files, name, !on));
    }

    private void say(Collection<UUID> files, String name, boolean on) {
        if (!files.isEmpty()) {
            List<Fact> facts = files.stream()
                    .<Fact>map(file -> new Fact.Tagged(file, name, on, Desk.author(), desk.clock().instant())).toList();
            desk.archive().record(new Delivery(Viewer.current().tenant(), Desk.SOURCE, UUID.randomUUID().toString(),
                    facts));
        }
        changed.run();
    }
}
