// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;

/** Fields that stand in sentences and keep what is typed within a second. Labels are translated already. */
public final class Fields {
    private static final int PAUSE_MS = 400;

    private Fields() {
    }

    /**
     * A whole number in a sentence; nothing is refused before {@link #fits} is asked.
     *
     * @param label what it is, for screen readers
     */
    public static IntegerField number(String label, int least, int most) {
        var field = new IntegerField();
        field.setAriaLabel(label);
        field.setMin(least);
        field.setMax(most);
        field.setWidth("5rem");
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        return field;
    }

    /** A line of text of at most so many characters, with its label above. */
    public static TextField text(String label, int most) {
        var field = new TextField(label);
        field.setMaxLength(most);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        return field;
    }

    /**
     * A choice in a sentence.
     *
     * @param label what is chosen, for screen readers
     * @param words what an item is called
     */
    public static <T> Select<T> choice(String label, Function<T, String> words, List<T> items) {
        var select = new Select<T>();
        select.setAriaLabel(label);
        select.setItemLabelGenerator(words::apply);
        select.setItems(items);
        select.setWidth("11rem");
        return select;
    }

    /** Whether a number was typed that the field takes; says so on the field. */
    public static boolean fits(IntegerField field) {
        var value = field.getValue();
        boolean fits = value != null && value >= field.getMin() && value <= field.getMax();
        field.setInvalid(!fits);
        return fits;
    }

    /** Calls back after somebody changed a value, and not after the view did. */
    public static <V> void typed(HasValue<?, V> field, Runnable changed) {
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.run();
            }
        });
    }
}
