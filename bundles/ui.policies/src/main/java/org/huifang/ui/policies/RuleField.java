// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huifang.api.archive.Field;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Policy;

/**
 * What a rule's value is edited with, by what the rule is about.
 *
 * @param value as {@link Policies#set} takes it; empty where nothing was typed
 */
record RuleField(List<Component> fields, Supplier<String> value) {
    private static final int OLDEST = 30;
    private static final int LONGEST = 999;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LIST = 500;
    private static final List<String> CHANNELS = List.of("phone", "wechat", "wecom", "sms", "email", "lms");
    private static final List<String> PURPOSES = List.of("revisit", "survey", "care", "recording", "marketing");

    static RuleField of(Policy policy) {
        if (policy.name().startsWith(Policies.RETENTION_OF)) {
            return period(policy);
        }
        if (policy.name().startsWith(Policies.CHANNELS_OF)) {
            return chosen(policy, CHANNELS);
        }
        return switch (policy.name()) {
            case Policies.GUARDIAN_AGE -> age(policy);
            case Policies.CONTRACT -> chosen(policy, PURPOSES);
            case Policies.REVIEWED_FIELDS -> chosen(policy, Arrays.stream(Field.values()).map(Field::key).toList());
            case Policies.SCHOOL_NAME -> text(policy, "policies.rule.school.how", LONGEST_NAME);
            default -> text(policy, "policies.rule.words", LONGEST_LIST);
        };
    }

    private static RuleField age(Policy policy) {
        var years = number("policies.rule.years", 0, OLDEST);
        years.setValue(policy.value().matches("\\d{1,2}") ? Integer.valueOf(policy.value()) : null);
        return new RuleField(List.of(years), () -> years.getValue() == null ? "" : String.valueOf(years.getValue()));
    }

    private static RuleField period(Policy policy) {
        var number = number("policies.rule.time", 1, LONGEST);
        var unit = new Select<String>();
        unit.setLabel(I18NProvider.translate("policies.rule.unit"));
        unit.setItems("Y", "M", "D");
        unit.setItemLabelGenerator(item -> I18NProvider.translate(switch (item) {
            case "Y" -> "policies.unit.years";
            case "M" -> "policies.unit.months";
            default -> "policies.unit.days";
        }));
        unit.setValue("Y");
        unit.setWidth("8rem");
        RuleWords.period(policy.value()).ifPresent(period -> {
            boolean years = period.getMonths() == 0 && period.getDays() == 0;
            boolean months = !years && period.getDays() == 0;
            unit.setValue(years ? "Y" : months ? "M" : "D");
            number.setValue(years ? period.getYears() : months ? (int) period.toTotalMonths() : period.getDays());
        });
        return new RuleField(List.of(number, unit),
                () -> number.getValue() == null ? "" : "P" + number.getValue() + unit.getValue());
    }

    private static IntegerField number(String label, int min, int max) {
        var field = new IntegerField(I18NProvider.translate(label));
        field.setMin(min);
        field.setMax(max);
        field.setStepButtonsVisible(true);
        field.setWidth("9rem");
        return field;
    }

    private static RuleField chosen(Policy policy, List<String> known) {
        var items = new LinkedHashSet<>(known);
        var now = RuleWords.words(policy.value()).collect(Collectors.toCollection(LinkedHashSet::new));
        items.addAll(now);
        var group = new CheckboxGroup<String>();
        group.setLabel(RuleWords.name(policy.name()));
        group.setItems(items);
        group.setItemLabelGenerator(item -> RuleWords.word(policy.name(), item));
        group.setValue(now);
        return new RuleField(List.of(group),
                () -> items.stream().filter(group.getValue()::contains).collect(Collectors.joining(" ")));
    }

    private static RuleField text(Policy policy, String helper, int longest) {
        var field = new TextField(RuleWords.name(policy.name()));
        field.setHelperText(I18NProvider.translate(helper));
        field.setValue(policy.value());
        field.setMaxLength(longest);
        field.setWidth("24rem");
        field.setMaxWidth("100%");
        return new RuleField(List.of(field), () -> field.getValue().strip());
    }
}
