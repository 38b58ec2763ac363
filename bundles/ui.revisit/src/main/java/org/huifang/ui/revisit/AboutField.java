// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.select.Select;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which course something is about that was said in the call. Where the call is about one course only, nobody is asked. */
final class AboutField extends Select<UUID> {
    private static final long serialVersionUID = 1L;

    /**
     * @param courses titles of what the call is about, at least one; the first is chosen where none else was
     * @param course as it was chosen before, or null
     */
    AboutField(SequencedMap<UUID, String> courses, @Nullable UUID course, Runnable changed) {
        setLabel(getTranslation("revisit.about"));
        setWidthFull();
        setItems(courses.sequencedKeySet());
        setItemLabelGenerator(id -> courses.getOrDefault(id, ""));
        setValue(course != null && courses.containsKey(course) ? course : courses.firstEntry().getKey());
        setVisible(courses.size() > 1);
        addValueChangeListener(event -> changed.run());
    }
}
