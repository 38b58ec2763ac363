// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.Stage;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Measure;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** One condition of a segment that is being edited: a sentence with fields in it. */
final class RuleRow extends Composite<Div> implements RulePart {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 3_650;

    private final Checkbox not = new Checkbox();
    private final Select<Rule> rule = new Select<>();
    private final Select<Field> field = new Select<>();
    private final TextField text = new TextField();
    private final ComboBox<String> tag = new ComboBox<>();
    private final Select<Course> course = new Select<>();
    private final Select<Stage> stage = new Select<>();
    private final IntegerField least = new IntegerField();
    private final IntegerField most = new IntegerField();
    private final IntegerField days = new IntegerField();
    private final Select<Measure> measure = new Select<>();
    private final Select<UUID> keeper = new Select<>();

    /** @param names of those who may keep files */
    RuleRow(List<String> tags, List<Course> courses, Map<UUID, String> names, Runnable changed,
            Consumer<RulePart> remove) {
        not.setLabel(getTranslation("seg.not"));
        rule.setItems(Rule.values());
        rule.setItemLabelGenerator(each -> getTranslation("seg.rule." + each.key()));
        field.setItems(Field.values());
        field.setItemLabelGenerator(each -> Words.field(each.key()));
        tag.setItems(tags);
        course.setItems(courses);
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(getTranslation("seg.anycourse"));
        course.setItemLabelGenerator(each -> each == null ? getTranslation("seg.anycourse") : each.title());
        stage.setItems(Stage.values());
        stage.setEmptySelectionAllowed(true);
        stage.setEmptySelectionCaption(getTranslation("seg.present"));
        stage.setItemLabelGenerator(each -> each == null ? getTranslation("seg.present") : Words.of(each));
        number(least, "seg.least", 100);
        number(most, "seg.most", 100);
        number(days, "seg.days", MOST_DAYS);
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(each -> getTranslation(ConditionWords.key(each)));
        measure.addValueChangeListener(event -> {
            unbound(event.isFromClient());
            bounds(event.getValue());
        });
        keeper.setItems(names.keySet());
        keeper.setEmptySelectionAllowed(true);
        keeper.setEmptySelectionCaption(getTranslation("list.filter.keeper.nobody"));
        keeper.setItemLabelGenerator(id -> id == null
                ? getTranslation("list.filter.keeper.nobody")
                : names.getOrDefault(id, getTranslation("quality.keepers.gone")));
        label(measure, "seg.measure");
        label(keeper, "list.filter.keeper");
        keeper.setPlaceholder(getTranslation("list.filter.keeper.nobody"));
        label(rule, "seg.rule");
        label(field, "seg.field");
        label(text, "seg.text");
        label(tag, "tags.name");
        label(course, "list.filter.course");
        label(stage, "list.filter.stage");
        for (HasValue<?, ?> input : List.<HasValue<?, ?>>of(not, field, text, tag, course, stage, least, most, days,
                measure, keeper)) {
            input.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    changed.run();
                }
            });
        }
        rule.addValueChangeListener(event -> {
            unbound(event.isFromClient());
            arrange(event.getValue());
            if (event.isFromClient()) {
                changed.run();
            }
        });
        var drop = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.accept(this));
        drop.setAriaLabel(getTranslation("seg.drop"));
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.SMALL);
        getContent().add(not, rule, field, text, tag, course, stage, measure, least, most, days, keeper, drop);
        measure.setValue(Measure.SATISFACTION);
        field.setValue(Field.PHONE);
        rule.setValue(Rule.KNOWN);
    }

    private static void number(IntegerField input, String label, int most) {
        input.setMin(0);
        input.setMax(most);
        input.setWidth("6rem");
        label(input, label);
    }

    private static void label(Component input, String key) {
        input.getElement().setProperty("accessibleName", input.getTranslation(key));
        if (input instanceof HasSize sized && !(input instanceof IntegerField)) {
            sized.setWidth("11rem");
        }
        if (input instanceof com.vaadin.flow.component.HasPlaceholder hinted) {
            hinted.setPlaceholder(input.getTranslation(key));
        }
    }

    private void arrange(@Nullable Rule kind) {
        boolean onField = kind == Rule.IS || kind == Rule.CONTAINS || kind == Rule.KNOWN;
        field.setVisible(onField);
        text.setVisible(kind == Rule.IS || kind == Rule.CONTAINS || kind == Rule.BOUGHT);
        tag.setVisible(kind == Rule.WEARS);
        course.setVisible(kind == Rule.COURSE);
        stage.setVisible(kind == Rule.COURSE);
        measure.setVisible(kind == Rule.MEASURED);
        keeper.setVisible(kind == Rule.KEPT);
        least.setVisible(kind == Rule.COURSE || kind == Rule.MEASURED);
        most.setVisible(kind == Rule.COURSE || kind == Rule.MEASURED);
        bounds(kind == Rule.MEASURED ? measure.getValue() : null);
        days.setVisible(kind == Rule.ACTIVE || kind == Rule.ENROLLED || kind == Rule.REACHED || kind == Rule.BOUGHT);
    }

    /** Bounds of one thing say nothing of another. */
    private void unbound(boolean byHand) {
        if (byHand) {
            least.clear();
            most.clear();
        }
    }

    /** @param of what, or null: of progress */
    private void bounds(@Nullable Measure of) {
        for (var input : List.of(least, most)) {
            input.setMin(of == null ? 0 : of.least());
            input.setMax(of == null ? 100 : of.most());
        }
        label(least, of == null ? "seg.least" : "seg.from");
        label(most, of == null ? "seg.most" : "seg.to");
    }

    void show(Condition condition, List<Course> courses) {
        var inner = condition instanceof Condition.Not contrary ? contrary.part() : condition;
        not.setValue(condition instanceof Condition.Not);
        rule.setValue(Rule.of(inner));
        switch (inner) {
            case Condition.Is is -> {
                field.setValue(Field.of(is.field()).orElseThrow());
                text.setValue(is.value());
            }
            case Condition.Contains has -> {
                field.setValue(Field.of(has.field()).orElseThrow());
                text.setValue(has.text());
            }
            case Condition.Known known -> field.setValue(Field.of(known.field()).orElseThrow());
            case Condition.Wears wears -> tag.setValue(wears.tag());
            case Condition.InCourse in -> {
                course.setValue(courses.stream().filter(each -> each.id().equals(in.course())).findFirst()
                        .orElse(null));
                stage.setValue(in.stage());
                least.setValue(in.least());
                most.setValue(in.most());
            }
            case Condition.Active active -> days.setValue(active.days());
            case Condition.EnrolledWithin within -> days.setValue(within.days());
            case Condition.Reached reached -> days.setValue(reached.days());
            case Condition.Bought bought -> {
                text.setValue(bought.title());
                days.setValue(bought.days());
            }
            case Condition.Measured measured -> {
                measure.setValue(measured.measure());
                least.setValue(measured.least());
                most.setValue(measured.most());
            }
            case Condition.KeptBy kept -> {
                // whoever is gone still stands there
                if (kept.account() != null && keeper.getListDataView().getItems().noneMatch(kept.account()::equals)) {
                    keeper.setItems(
                            Stream.concat(keeper.getListDataView().getItems(), Stream.of(kept.account())).toList());
                }
                keeper.setValue(kept.account());
            }
            case Condition.OutOfDate old -> field.setValue(Field.PHONE);
            case Condition.Combined combined -> throw new IllegalArgumentException("a group is no single condition");
        }
    }

    @Override
    public @Nullable Condition condition() {
        Condition inner = simple();
        return inner != null && not.getValue() ? new Condition.Not(inner) : inner;
    }

    private @Nullable Condition simple() {
        String key = field.getValue() == null ? Field.NAME.key() : field.getValue().key();
        int lowest = rule.getValue() == Rule.MEASURED ? measure.getValue().least() : 0;
        int highest = rule.getValue() == Rule.MEASURED ? measure.getValue().most() : 100;
        int from = Math.clamp(Objects.requireNonNullElse(least.getValue(), lowest), lowest, highest);
        int to = Math.clamp(Objects.requireNonNullElse(most.getValue(), highest), from, highest);
        Course in = course.getValue();
        return switch (rule.getValue()) {
            case IS -> text.isEmpty() ? null : new Condition.Is(key, text.getValue());
            case CONTAINS -> text.isEmpty() ? null : new Condition.Contains(key, text.getValue());
            case KNOWN -> new Condition.Known(key);
            case WEARS -> tag.getValue() == null ? null : new Condition.Wears(tag.getValue());
            case COURSE -> new Condition.InCourse(in == null ? null : in.id(), null, stage.getValue(), from, to);
            case OUTDATED -> new Condition.OutOfDate();
            case MEASURED -> new Condition.Measured(measure.getValue(), from, to);
            case KEPT -> new Condition.KeptBy(keeper.getValue());
            case REACHED ->
                days.getValue() == null ? null : new Condition.Reached(Math.clamp(days.getValue(), 0, MOST_DAYS));
            case BOUGHT -> days.getValue() == null
                    ? null
                    : new Condition.Bought(text.getValue(), Math.clamp(days.getValue(), 0, MOST_DAYS));
            case ACTIVE ->
                days.getValue() == null ? null : new Condition.Active(Math.clamp(days.getValue(), 0, MOST_DAYS));
            case ENROLLED ->
                days.getValue() == null
                        ? null
                        : new Condition.EnrolledWithin(Math.clamp(days.getValue(), 0, MOST_DAYS));
        };
    }
}
