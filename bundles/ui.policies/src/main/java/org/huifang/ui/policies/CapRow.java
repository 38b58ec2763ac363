// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.huifang.api.calendar.Cap;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.jspecify.annotations.Nullable;

/** One cap as a sentence with fields in it. */
final class CapRow extends Composite<ListItem> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 1_000;
    private static final int DAYS = 366;
    private static final List<String> CHANNELS = List.of("phone", "sms", "email", "wechat", "wecom", "lms");

    private final transient Consumer<@Nullable Cap> changed;
    private transient Cap before;
    private final IntegerField most;
    private final IntegerField days;
    private final Select<String> channel;
    private final Select<String> tag;

    /** @param changed is told of the cap that comes in its place; null when it goes */
    CapRow(Cap cap, List<String> tags, Consumer<@Nullable Cap> changed) {
        this.changed = changed;
        before = cap;
        most = number("policies.cap.most", cap.most(), 0, MOST);
        days = number("policies.cap.days", cap.days(), 1, DAYS);
        channel = choice("policies.channel", CHANNELS, cap.channel(), "policies.cap.channels");
        channel.setItemLabelGenerator(item -> item == null || item.isEmpty()
                ? getTranslation("policies.cap.channels")
                : PolicyWords.channel(item));
        tag = choice("policies.cap.tag", tags, cap.tag(), "policies.cap.everybody");
        tag.setItemLabelGenerator(item -> item == null || item.isEmpty()
                ? getTranslation("policies.cap.everybody")
                : item);
        var remove = Buttons.quiet(getTranslation("policies.remove"), () -> changed.accept(null));
        remove.setAriaLabel(getTranslation("policies.remove.of", PolicyWords.cap(cap)));
        getContent().addClassNames(Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
        getContent().add(Layouts.form(most, days, channel, tag, remove));
    }

    private IntegerField number(String key, int value, int min, int max) {
        var field = new IntegerField(getTranslation(key));
        field.setMin(min);
        field.setMax(max);
        field.setStepButtonsVisible(true);
        field.setWidth("9rem");
        field.setValue(value);
        field.setI18n(
                new IntegerField.IntegerFieldI18n().setMinErrorMessage(getTranslation("policies.cap.limits", min, max))
                        .setMaxErrorMessage(getTranslation("policies.cap.limits", min, max))
                        .setBadInputErrorMessage(getTranslation("policies.cap.limits", min, max)));
        field.addValueChangeListener(this::tell);
        return field;
    }

    /** Also with a value that is no longer among the items. */
    private Select<String> choice(String key, List<String> items, @Nullable String value, String none) {
        var all = new ArrayList<>(items);
        if (value != null && !all.contains(value)) {
            all.add(value);
        }
        var select = new Select<String>();
        select.setLabel(getTranslation(key));
        select.setItems(all);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(none));
        select.setWidth("14rem");
        select.setValue(value);
        select.addValueChangeListener(this::tell);
        return select;
    }

    private void tell(AbstractField.ComponentValueChangeEvent<?, ?> event) {
        var times = most.getValue();
        var length = days.getValue();
        if (event.isFromClient() && times != null && length != null && times >= 0 && times <= MOST && length >= 1
                && length <= DAYS) {
            var after = new Cap(channel.getValue(), tag.getValue(), times, length);
            if (!after.equals(before)) {
                before = after;
                changed.accept(after);
            }
        }
    }
}
