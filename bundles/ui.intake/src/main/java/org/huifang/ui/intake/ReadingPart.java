// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.huifang.api.intake.FileReading;
import org.huifang.ui.parts.Layouts;

/** How the file is read: what was found, to be changed by who knows better. */
final class ReadingPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    ReadingPart(FileReading reading, List<String> sheets, Consumer<FileReading> changed) {
        var headed = new Checkbox(getTranslation("intake.headed"), reading.headed());
        headed.addValueChangeListener(event -> changed.accept(new FileReading(reading.charset(), reading.delimiter(),
                reading.sheet(), event.getValue())));
        if (sheets.isEmpty()) {
            getContent().add(Layouts.line(charset(reading, changed), delimiter(reading, changed), headed));
        } else {
            getContent().add(Layouts.line(sheet(reading, sheets, changed), headed));
        }
    }

    private Select<String> charset(FileReading reading, Consumer<FileReading> changed) {
        var select = new Select<String>();
        select.setLabel(getTranslation("intake.charset"));
        select.setItems(FileReading.CHARSETS);
        select.setValue(reading.charset());
        select.addValueChangeListener(event -> changed.accept(new FileReading(event.getValue(), reading.delimiter(),
                reading.sheet(), reading.headed())));
        return select;
    }

    private Select<Character> delimiter(FileReading reading, Consumer<FileReading> changed) {
        var select = new Select<Character>();
        select.setLabel(getTranslation("intake.delimiter"));
        select.setItems(FileReading.DELIMITERS);
        select.setItemLabelGenerator(
                c -> getTranslation("intake.delimiter." + Character.getName(c).toLowerCase(Locale.ROOT).split(" ")[0]));
        select.setValue(reading.delimiter());
        select.addValueChangeListener(event -> changed.accept(new FileReading(reading.charset(), event.getValue(),
                reading.sheet(), reading.headed())));
        return select;
    }

    private Select<Integer> sheet(FileReading reading, List<String> sheets, Consumer<FileReading> changed) {
        var select = new Select<Integer>();
        select.setLabel(getTranslation("intake.sheet"));
        select.setItems(IntStream.range(0, sheets.size()).boxed().toList());
        select.setItemLabelGenerator(sheets::get);
        select.setValue(reading.sheet());
        select.addValueChangeListener(event -> changed.accept(new FileReading(reading.charset(), reading.delimiter(),
                event.getValue(), reading.headed())));
        return select;
    }
}
