// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huifang.api.revisit.Promise;
import org.huifang.ui.parts.Pieces;

/** What the agent promises: each promise becomes an obligation with its day. */
final class PromisePart extends Composite<Div> implements Keeps {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;
    private static final String KIND = "promise";

    private final transient InstantSource clock;
    private final transient Runnable changed;
    private final Div list = new Div();
    private final Button more;
    private final List<PromiseRow> rows = new ArrayList<>();
    private transient SequencedMap<UUID, String> courses = new LinkedHashMap<>();

    PromisePart(InstantSource clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
        more = new Button(getTranslation("revisit.promise.add"), Pieces.icon(VaadinIcon.PLUS), click -> {
            add(new About<>(new Draft.Pledge("", null), null), clock.instant()).focus();
            changed.run();
        });
        more.addThemeVariants(ButtonVariant.LUMO_SMALL);
        list.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        getContent().add(list, more);
    }

    /** @param now titles of the courses that the call is about; rows that are there keep their choice */
    void about(SequencedMap<UUID, String> now) {
        courses = now;
    }

    /** @param now times before it cannot be promised */
    void show(List<About<Draft.Pledge>> promises, Instant now) {
        rows.clear();
        list.removeAll();
        promises.forEach(each -> add(each, now));
        more.setVisible(rows.size() < MOST);
    }

    List<About<Draft.Pledge>> value() {
        return rows.stream().map(PromiseRow::value).toList();
    }

    /** The promises, or empty after saying at its place what is missing; rows that were left empty are no promises. */
    Optional<List<About<Promise>>> checked(Instant now) {
        var checked = rows.stream().filter(row -> !row.value().what().empty()).map(row -> row.checked(now)).toList();
        return checked.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(checked.stream().flatMap(Optional::stream).toList());
    }

    @Override
    public Map<String, String> words() {
        return words(value());
    }

    @Override
    public void left(Map<String, String> words) {
        var now = with(value(), words);
        if (!now.equals(value())) {
            show(now, clock.instant());
            changed.run();
        }
    }

    static Map<String, String> words(List<About<Draft.Pledge>> promises) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < promises.size(); i++) {
            words.put(KIND + "." + i + FIELD, promises.get(i).what().what());
        }
        return words;
    }

    /** These promises with the words that were left of them. */
    static List<About<Draft.Pledge>> with(List<About<Draft.Pledge>> promises, Map<String, String> words) {
        return IntStream.range(0, promises.size()).mapToObj(i -> promises.get(i).map(promise -> new Draft.Pledge(
                words.getOrDefault(KIND + "." + i + FIELD, promise.what()), promise.by()))).toList();
    }

    private PromiseRow add(About<Draft.Pledge> promise, Instant now) {
        var row = new PromiseRow(promise.what(), new AboutField(courses, promise.course(), changed), now, changed,
                this::remove);
        row.getElement().setAttribute(ATTRIBUTE, KIND);
        rows.add(row);
        list.add(row);
        more.setVisible(rows.size() < MOST);
        return row;
    }

    private void remove(PromiseRow row) {
        rows.remove(row);
        list.remove(row);
        more.setVisible(true);
        changed.run();
    }
}
