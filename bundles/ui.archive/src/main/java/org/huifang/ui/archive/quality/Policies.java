// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import java.util.List;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FileQuality;
import org.huifang.ui.Viewer;
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
    private final Zone zone = new Zone(I18NProvider.translate("quality.policies"));
    private transient List<FieldPolicy> shown = List.of();

    Policies(FileQuality quality) {
        this.quality = quality;
        getContent().add(zone);
        Paper.never(this);
    }

    static String words(FieldPolicy policy) {
        var need = I18NProvider.translate(key(policy.need()));
        return policy.maxAgeDays() == null
                ? need
                : I18NProvider.translate("quality.need.aged", need, policy.maxAgeDays());
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
                zone.show(Pieces.note(getTranslation("quality.policies.why")), list);
            }
        });
    }

    private ListItem row(FieldPolicy policy) {
        var name = new Span(policy.place() + ". " + Words.field(policy.field()));
        name.addClassName(FontWeight.SEMIBOLD);
        name.setMinWidth("11rem");
        var need = new Select<Need>();
        need.setItems(Need.values());
        need.setItemLabelGenerator(item -> getTranslation(key(item)));
        need.setAriaLabel(getTranslation("quality.need.of", Words.field(policy.field())));
        need.setValue(policy.need());
        need.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                set(policy, new FieldPolicy(policy.field(), event.getValue(), policy.maxAgeDays(), policy.place()));
            }
        });
        var line = Layouts.line(name, need);
        if (policy.need() != Need.NOT_NEEDED) {
            line.add(number("quality.age", policy.maxAgeDays(), OLDEST, policy, true),
                    number("quality.place", policy.place(), 100, policy, false));
        }
        line.addClassNames(AlignItems.BASELINE);
        var row = new ListItem(line);
        Layouts.ruled(row);
        return row;
    }

    private IntegerField number(String key, @Nullable Integer value, int most, FieldPolicy policy, boolean age) {
        var field = new IntegerField();
        field.setAriaLabel(getTranslation(key, Words.field(policy.field())));
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
                        age || typed == null ? policy.place() : typed));
            }
        });
        return field;
    }

    private void set(FieldPolicy before, FieldPolicy after) {
        var tenant = Viewer.current().tenant();
        if (!zone.run(() -> quality.set(tenant, after))) {
            return;
        }
        load();
        UndoNotice.show(getTranslation("quality.policy.done", Words.field(after.field())), () -> {
            quality.set(tenant, before);
            load();
        });
    }
}
