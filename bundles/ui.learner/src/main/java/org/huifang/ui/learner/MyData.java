// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.consent.ChangeRequest;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Each value with where it comes from, and how to have it changed; the contacts so far; a copy of it all. */
final class MyData extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /** What is chosen above is not said again. */
    private static final Set<Field> CHOICES = Set.of(Field.CHANNEL, Field.HOURS, Field.TIME_ZONE, Field.LOCALE);

    private record Shown(LearnerFile file, List<ChangeRequest> requests) {}

    private final transient Me me;
    private final Zone zone;
    private final Div told = Parts.told();
    private final Contacts contacts;
    private final Looks looks;
    private final List<DataRow> rows = new ArrayList<>();
    private transient @Nullable Shown shown;

    MyData(Me me) {
        this.me = me;
        zone = new Zone(getTranslation("me.data"));
        contacts = new Contacts(me);
        looks = new Looks(me);
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var now = new Shown(me.file(), me.services().requests().of(me.tenant(), me.learner()));
            // what is being typed stays where it is
            if (!now.equals(shown) && rows.stream().noneMatch(DataRow::editing)) {
                shown = now;
                render(now);
            }
        });
        contacts.refresh();
        looks.refresh();
    }

    private void render(Shown now) {
        var reviewed = me.reviewed();
        rows.clear();
        for (var field : Field.values()) {
            var value = now.file.value(field.key());
            if (!CHOICES.contains(field) && (value.isPresent() || field != Field.READING)) {
                rows.add(new DataRow(me, field.key(), value.orElse(null), now.file.conflicts(field.key()),
                        reviewed.contains(field.key()), this::done));
            }
        }
        var content = new ArrayList<Component>();
        content.add(Parts.aside(getTranslation("me.data.how")));
        content.add(told);
        content.addAll(rows);
        now.requests.stream().limit(5).forEach(request -> content.add(Parts.sentence(MyRequests.sentence(request))));
        content.add(Parts.heading(getTranslation("me.courses")));
        content.add(now.file.enrolments().isEmpty()
                ? Parts.aside(getTranslation("me.courses.none"))
                : Parts.list(
                        now.file.enrolments().stream().map(course -> Parts.sentence(getTranslation("me.courses.one",
                                course.courseTitle(), course.progress()))).toList()));
        content.add(contacts);
        content.add(looks);
        content.add(new CopyOfData(me));
        zone.show(content.toArray(Component[]::new));
    }

    private void done(@Nullable Component what) {
        if (what == null) {
            told.removeAll();
        } else {
            Parts.tell(told, what);
        }
        refresh();
    }
}
