// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignSelf;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.ColumnsRefused;
import org.huifang.api.intake.FilePreview;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.Intake;
import org.huifang.ui.Keys;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.ErrorNotice;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** How the file is read, and what each of its columns is, beside its first values. */
final class ColumnsPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 3;

    private final transient Intake intake;
    private final transient ImportRun run;
    private final transient Consumer<ImportRun> changed;
    private final List<Select<String>> targets = new ArrayList<>();
    private final TextField list = new TextField();
    private final Div refused = new Div();

    ColumnsPart(Intake intake, ImportRun run, Consumer<ImportRun> changed) {
        this.intake = intake;
        this.run = run;
        this.changed = changed;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        try {
            FilePreview preview = intake.preview(Viewer.current().tenant(), run.id());
            if (run.format() == Format.ONEROSTER) {
                getContent().add(new RosterPart(preview));
            } else {
                getContent().add(new ReadingPart(run.reading(), preview.sheets(), this::reread), columns(preview));
            }
        } catch (FileRefused e) {
            refused.add(new ErrorNotice(ImportWords.of(e), ""));
        }
        list.setLabel(getTranslation("intake.list"));
        list.setHelperText(getTranslation("intake.list.why"));
        list.setMaxLength(80);
        list.setValue(run.list());
        list.setWidth("22rem");
        list.setMaxWidth("100%");
        if (run.former() != null) {
            getContent().add(Pieces.wideSentence(getTranslation("intake.again.known")));
        }
        var check = Buttons.primary(getTranslation("intake.check"), this::check);
        check.addClassName(AlignSelf.START);
        getContent().add(list, refused, check,
                Pieces.quiet(getTranslation("intake.check.harmless")));
        Keys.on(this, "Ctrl+Enter", "intake.check", this::check);
    }

    private Div columns(FilePreview preview) {
        var rows = new ArrayList<Component>();
        for (int i = 0; i < run.header().size(); i++) {
            int column = i;
            var target = new Select<String>();
            target.setItems(Stream.concat(Stream.of("", ImportRun.ID), Arrays.stream(Field.values()).map(Field::key))
                    .toList());
            target.setItemLabelGenerator(ImportWords::target);
            target.setAriaLabel(getTranslation("intake.column.is", run.header().get(i)));
            target.setValue(run.columns().get(i));
            targets.add(target);
            String values = preview.rows().stream().map(row -> column < row.size() ? row.get(column) : "")
                    .filter(value -> !value.isBlank()).limit(SHOWN).collect(Collectors.joining(" · "));
            rows.add(Layouts.row(
                    Layouts.line(target, Pieces.strong(run.header().get(i)), Pieces.quiet(values))));
        }
        return new Div(Layouts.list(rows.toArray(Component[]::new)));
    }

    private void reread(FileReading reading) {
        try {
            changed.accept(intake.read(Viewer.current().tenant(), run.id(), reading));
        } catch (FileRefused e) {
            refuse(ImportWords.of(e));
        }
    }

    private void check() {
        try {
            changed.accept(intake.check(Viewer.current().tenant(), run.id(),
                    targets.stream().map(Select::getValue).toList(), list.getValue()));
        } catch (ColumnsRefused e) {
            refuse(getTranslation("intake.columns." + e.reason().name().toLowerCase(Locale.ROOT),
                    ImportWords.target(e.column())));
        }
    }

    private void refuse(String sentence) {
        refused.removeAll();
        refused.add(new ErrorNotice(sentence, ""));
    }
}
