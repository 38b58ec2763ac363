// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.TagCount;
import org.huifang.api.archive.Tags;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What the school wants to know of its learners, and for how long it holds; edited in place. */
final class Policies extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int OLDEST = 3_650;

    private final transient FileQuality quality;
    private final transient @Nullable Tags tags;
    private final Zone zone = new Zone(I18NProvider.translate("quality.policies"));
    private final Select<String> field = new Select<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final Div adding;
    private transient List<FieldPolicy> shown = List.of();

    /** @param tags that types of customers are named after; null while they are away */
    Policies(FileQuality quality, @Nullable Tags tags) {
        this.quality = quality;
        this.tags = tags;
        field.setAriaLabel(getTranslation("quality.type.field"));
        field.setPlaceholder(getTranslation("quality.type.field"));
        field.setItemLabelGenerator(Words::field);
        type.setAriaLabel(getTranslation("quality.type"));
        type.setPlaceholder(getTranslation("quality.type"));
        if (tags != null) {
            // read when somebody opens it: tags of all files are counted
            type.setItems(query -> tags.all(Viewer.current().tenant()).stream().map(TagCount::name)
                    .filter(name -> name.contains(query.getFilter().orElse(""))).skip(query.getOffset())
                    .limit(query.getLimit()));
        }
        adding = Layouts.line(Pieces.quiet(getTranslation("quality.type.why")), type, field,
                Buttons.small(getTranslation("quality.type.add"), this::add));
        getContent().add(zone);
        Paper.never(this);
    }

    static String words(FieldPolicy policy) {
        var need = I18NProvider.translate(key(policy.need()));
        return policy.maxAgeDays() == null
                ? need
                : I18NProvider.translate("quality.need.aged", need, policy.maxAgeDays());
    }

    /** A field, and for which type of customer. */
    static String name(FieldPolicy policy) {
        return policy.type().isEmpty()
                ? Words.field(policy.field())
                : I18NProvider.translate("quality.type.of", Words.field(policy.field()), policy.type());
    }

    private static String key(Need need) {
        return switch (need) {
            case REQUIRED -> "quality.need.required";
            case USEFUL -> "quality.need.useful";
            case NOT_NEEDED -> "quality.need.notneeded";
        };
    }

    void load() {
        zone.run(() -> {
            var now = quality.policies(Viewer.current().tenant());
            if (!now.equals(shown)) {
                shown = now;
                var list = Layouts.list();
                now.forEach(policy -> list.add(row(policy)));
                field.setItems(now.stream().map(FieldPolicy::field).distinct().toList());
                adding.setVisible(tags != null);
                zone.show(Pieces.note(getTranslation("quality.policies.why")), list, adding);
            }
        });
    }

    private ListItem row(FieldPolicy policy) {
        boolean all = policy.type().isEmpty();
        var name = new Span(all ? policy.place() + ". " + name(policy) : name(policy));
        name.addClassName(FontWeight.SEMIBOLD);
        name.setMinWidth("11rem");
        var need = new Select<Need>();
        need.setItems(Need.values());
        need.setItemLabelGenerator(item -> getTranslation(key(item)));
        need.setAriaLabel(getTranslation("quality.need.of", name(policy)));
        need.setValue(policy.need());
        need.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(policy, new FieldPolicy(policy.field(), event.getValue(), policy.maxAgeDays(), policy.place(),
                        policy.type()));
            }
        });
        var line = Layouts.line(name, need);
        if (policy.need() != Need.NOT_NEEDED) {
            line.add(number("quality.age", policy.maxAgeDays(), OLDEST, policy, true),
                    number("quality.place", policy.place(), 100, policy, false));
        }
        if (!all) {
            var drop = Buttons.quiet(getTranslation("quality.type.drop"), VaadinIcon.CLOSE_SMALL, () -> drop(policy));
            drop.setAriaLabel(getTranslation("quality.type.drop.aria", name(policy)));
            line.add(drop);
            line.addClassName(Padding.Left.LARGE);
        }
        line.addClassNames(AlignItems.BASELINE);
        var row = new ListItem(line);
        Layouts.ruled(row);
        return row;
    }

    private IntegerField number(String key, @Nullable Integer value, int most, FieldPolicy policy, boolean age) {
        var field = new IntegerField();
        field.setAriaLabel(getTranslation(key, name(policy)));
        field.setPlaceholder(getTranslation("quality.age.none"));
        field.setSuffixComponent(Pieces.quiet(getTranslation(age ? "quality.days" : "quality.place.short")));
        field.setWidth("8rem");
        field.setMin(1);
        field.setMax(most);
        field.setValue(value);
        field.addValueChangeListener(event -> {
            var typed = event.getValue();
            if (event.isFromClient() && (age && typed == null || typed != null && typed >= 1 && typed <= most)) {
                set(policy, new FieldPolicy(policy.field(), policy.need(), age ? typed : policy.maxAgeDays(),
                        age || typed == null ? policy.place() : typed, policy.type()));
            }
        });
        return field;
    }

    /** For a type of customer what holds for all is the beginning. */
    private void add() {
        if (missing(type, type.getValue()) | missing(field, field.getValue())) {
            return;
        }
        var there = shown.stream().filter(policy -> policy.field().equals(field.getValue())).toList();
        if (there.stream().anyMatch(policy -> policy.type().equals(type.getValue()))) {
            type.setErrorMessage(getTranslation("quality.type.there"));
            type.setInvalid(true);
            return;
        }
        var all = there.stream().filter(policy -> policy.type().isEmpty()).findFirst().orElseThrow();
        var added = new FieldPolicy(all.field(), Need.REQUIRED, all.maxAgeDays(), all.place(), type.getValue());
        if (zone.run(() -> quality.set(Viewer.current().tenant(), added))) {
            field.clear();
            type.clear();
            told(added, () -> quality.drop(Viewer.current().tenant(), added.field(), added.type()));
        }
    }

    private <F extends Component & HasValidation & Focusable<?>> boolean missing(F input, @Nullable String value) {
        input.setErrorMessage(getTranslation("quality.type.missing"));
        input.setInvalid(value == null);
        if (value == null) {
            input.focus();
        }
        return value == null;
    }

    private void drop(FieldPolicy policy) {
        if (zone.run(() -> quality.drop(Viewer.current().tenant(), policy.field(), policy.type()))) {
            told(policy, () -> quality.set(Viewer.current().tenant(), policy));
        }
    }

    private void set(FieldPolicy before, FieldPolicy after) {
        if (zone.run(() -> quality.set(Viewer.current().tenant(), after))) {
            told(after, () -> quality.set(Viewer.current().tenant(), before));
        }
    }

    private void told(FieldPolicy changed, Runnable undo) {
        load();
        UndoNotice.show(getTranslation("quality.policy.done", name(changed)), () -> {
            undo.run();
            load();
        });
    }
}
