// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TagCount;
import org.huifang.api.segment.Listed;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** What can be done with the chosen files at once: tags put on and taken off, a keeper named, with a way back; two
 * of them compared. */
final class TagBar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;
    private static final UUID NOBODY = new UUID(0, 0);

    private final transient Desk desk;
    private final transient Runnable changed;
    private final Span count = new Span();
    private final ComboBox<String> tag = new ComboBox<>();
    private final Select<UUID> keeper = new Select<>();
    private final Button why = new Button();
    private final Anchor compare = Links.link(getTranslation("list.compare"), "files");
    private transient List<Listed> chosen = List.of();
    private transient Map<UUID, String> names = Map.of();

    /** @param explain told the chosen file when somebody asks why it is here */
    TagBar(Desk desk, Runnable changed, Consumer<UUID> explain) {
        this.desk = desk;
        this.changed = changed;
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(event -> tag.setValue(event.getDetail()));
        tag.setAriaLabel(getTranslation("tags.name"));
        tag.setPlaceholder(getTranslation("tags.name"));
        keeper.setAriaLabel(getTranslation("files.keeper"));
        keeper.setPlaceholder(getTranslation("list.keeper"));
        keeper.setItemLabelGenerator(id -> id == null || id.equals(NOBODY)
                ? getTranslation("list.filter.keeper.nobody")
                : names.getOrDefault(id, ""));
        why.setText(getTranslation("seg.why"));
        why.addClickListener(click -> chosen.stream().findFirst().ifPresent(file -> explain.accept(file.id())));
        count.getElement().setAttribute("aria-live", "polite");
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL, Padding.SMALL,
                Background.PRIMARY_10, BorderRadius.MEDIUM);
        getContent().add(count, tag, new Button(getTranslation("tags.put"), click -> put(true)),
                new Button(getTranslation("tags.take"), click -> put(false)), keeper,
                new Button(getTranslation("list.keeper.name"), click -> name()), why, compare);
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

    /** @param keepers by name */
    void offer(List<TagCount> known, Map<UUID, String> keepers) {
        var typed = tag.getValue();
        tag.setItems(known.stream().map(TagCount::name).toList());
        tag.setValue(typed);
        var picked = keeper.getValue();
        names = keepers;
        keeper.setItems(Stream.concat(Stream.of(NOBODY), keepers.keySet().stream()).toList());
        keeper.setValue(picked != null && (keepers.containsKey(picked) || picked.equals(NOBODY)) ? picked : null);
    }

    private void name() {
        var picked = keeper.getValue();
        keeper.setInvalid(picked == null);
        if (picked == null) {
            keeper.setErrorMessage(getTranslation("list.keeper.missing"));
            keeper.focus();
            return;
        }
        var account = picked.equals(NOBODY) ? null : picked;
        var before = new HashMap<UUID, @Nullable UUID>();
        var after = new HashMap<UUID, @Nullable UUID>();
        // who keeps it already stays untouched, so that undoing changes nothing that was not done
        chosen.stream().filter(file -> !Objects.equals(file.keeper(), account)).forEach(file -> {
            before.put(file.id(), file.keeper());
            after.put(file.id(), account);
        });
        keep(after);
        UndoNotice.show(getTranslation("list.keeper.done", after.size()), () -> keep(before));
    }

    private void keep(Map<UUID, @Nullable UUID> keepers) {
        var facts = new ArrayList<Fact>();
        keepers.forEach((file, account) -> facts
                .add(new Fact.KeeperNamed(file, account, Desk.author(), desk.clock().instant())));
        record(facts);
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
        record(files.stream()
                .<Fact>map(file -> new Fact.Tagged(file, name, on, Desk.author(), desk.clock().instant())).toList());
    }

    private void record(List<Fact> facts) {
        if (!facts.isEmpty()) {
            desk.archive().record(new Delivery(Viewer.current().tenant(), Desk.SOURCE, UUID.randomUUID().toString(),
                    facts));
        }
        changed.run();
    }
}
