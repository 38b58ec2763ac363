// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Plausible;
import org.huifang.api.archive.Sought;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file for somebody who called or came and whom no platform and no list has told of. Whoever has the same address or
 * number is shown first, so that nobody gets two files.
 */
final class NewFile extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    /** A detail that is asked for. */
    private record Detail(Field of, TextField input, KeptText<TextField> kept) {
        String value() {
            return Plausible.plain(of.key(), input.getValue());
        }
    }

    private final transient Desk desk;
    private final transient Consumer<UUID> opened;
    private final transient Runnable close;
    private final transient List<Detail> details = new ArrayList<>();
    private final Div alike = new Div();
    // the same for as long as the form is open: whoever presses twice opens one file
    private final transient PersonKey key = new PersonKey(Desk.SOURCE, UUID.randomUUID().toString());

    /**
     * @param opened told the file when there is one
     * @param close called when none is wanted
     */
    NewFile(Desk desk, Consumer<UUID> opened, Runnable close) {
        this.desk = desk;
        this.opened = opened;
        this.close = close;
        var heading = new H2(getTranslation("files.new"));
        heading.addClassNames(FontSize.LARGE, Margin.NONE);
        var fields = new Div();
        fields.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM);
        for (var field : List.of(Field.NAME, Field.PHONE, Field.EMAIL, Field.WECHAT, Field.GOAL)) {
            var input = Fields.text(Words.field(field.key()), MOST);
            input.setWidth("16rem");
            input.setMaxWidth("100%");
            input.setRequiredIndicatorVisible(field == Field.NAME);
            details.add(new Detail(field, input, KeptText.of(input, "files.new." + field.key())));
            fields.add(input);
        }
        hint(Field.PHONE, "files.hint.phone");
        hint(Field.EMAIL, "files.hint.email");
        details.getFirst().input.addAttachListener(attached -> details.getFirst().input.focus());
        alike.getElement().setAttribute("role", "status");
        alike.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().getElement().addEventListener("keydown", event -> close.run())
                .setFilter("event.key === 'Escape' && !event.isComposing && event.keyCode !== 229"
                        + " && !event.target.closest('[opened]')");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.MEDIUM,
                Background.CONTRAST_5, BorderRadius.MEDIUM);
        getContent().add(heading, Pieces.note(getTranslation("files.new.why")), fields, alike,
                Layouts.line(Buttons.primary(getTranslation("files.new.open"), () -> open(false)),
                        Buttons.quiet(getTranslation("files.fact.cancel"), this::cancel)));
    }

    private void hint(Field field, String text) {
        details.stream().filter(detail -> detail.of == field)
                .forEach(detail -> detail.input.setHelperText(getTranslation(text)));
    }

    private void cancel() {
        details.forEach(detail -> detail.kept.forget());
        close.run();
    }

    /** @param anyway whoever looks has seen the files that are alike */
    private void open(boolean anyway) {
        alike.removeAll();
        if (!plausible()) {
            return;
        }
        var there = candidates();
        var own = there.stream().filter(one -> one.by() == Candidate.By.KEY).findFirst();
        if (own.isPresent()) {
            opened.accept(own.get().learner());
        } else if (anyway || there.isEmpty()) {
            record();
        } else {
            show(there);
        }
    }

    private boolean plausible() {
        Detail wrong = null;
        for (var detail : details) {
            var objection = detail.of == Field.NAME && detail.value().isEmpty()
                    ? "files.new.name"
                    : refusal(Plausible.objection(detail.of.key(), detail.value()));
            detail.input.setInvalid(!objection.isEmpty());
            if (!objection.isEmpty()) {
                detail.input.setErrorMessage(getTranslation(objection));
                wrong = wrong == null ? detail : wrong;
            }
        }
        if (wrong != null) {
            wrong.input.focus();
        }
        return wrong == null;
    }

    private static String refusal(@Nullable String reason) {
        return reason == null ? "" : "files.refused." + reason;
    }

    private List<Candidate> candidates() {
        return desk.keeping().candidates(Viewer.current().tenant(),
                List.of(new Sought(key, value(Field.NAME), value(Field.EMAIL), value(Field.PHONE)))).getFirst();
    }

    private String value(Field field) {
        return details.stream().filter(detail -> detail.of == field).map(Detail::value).findFirst().orElse("");
    }

    private void show(List<Candidate> there) {
        var tenant = Viewer.current().tenant();
        var list = Layouts.list();
        there.stream().map(Candidate::learner).distinct().flatMap(id -> desk.archive().file(tenant, id).stream())
                .forEach(file -> list.add(line(file, there)));
        alike.add(new Span(getTranslation("files.new.alike")), list,
                Layouts.line(Buttons.small(getTranslation("files.new.anyway"), () -> open(true))));
    }

    private ListItem line(LearnerFile file, List<Candidate> there) {
        var same = Stream.concat(
                there.stream().filter(one -> one.learner().equals(file.id())).map(Candidate::by).distinct()
                        .map(by -> Words.field((by == Candidate.By.EMAIL ? Field.EMAIL : Field.PHONE).key())),
                there.stream().anyMatch(one -> one.learner().equals(file.id()) && one.sameName())
                        ? Stream.of(Words.field(Field.NAME.key()))
                        : Stream.<String>empty())
                .toList();
        return new ListItem(Layouts.line(
                Links.link(file.name(), "files/" + file.id()),
                Pieces.quiet(getTranslation("files.new.same", String.join(" · ", same)))));
    }

    private void record() {
        var tenant = Viewer.current().tenant();
        Map<String, String> values = new LinkedHashMap<>();
        details.stream().filter(detail -> !detail.value().isEmpty())
                .forEach(detail -> values.put(detail.of.key(), detail.value()));
        desk.archive().record(new Delivery(tenant, Desk.SOURCE, key.subject(), List.of(new Fact.PersonDescribed(key,
                null, values, Confidence.STATED, Desk.author(), desk.clock().instant()))));
        details.forEach(detail -> detail.kept.forget());
        desk.keeping().candidates(tenant, List.of(new Sought(key, "", "", ""))).getFirst().stream()
                .filter(one -> one.by() == Candidate.By.KEY).findFirst()
                .ifPresent(one -> opened.accept(one.learner()));
    }
}
