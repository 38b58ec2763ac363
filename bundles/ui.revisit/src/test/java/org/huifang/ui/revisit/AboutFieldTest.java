// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AboutFieldTest {
    private static final UUID OTHER = Owed.id(902);

    @Test
    void nobody_is_asked_where_the_call_is_about_one_course() {
        var field = field(courses(Owed.COURSE), null);

        assertThat(field.isVisible()).isFalse();
        assertThat(field.getValue()).isEqualTo(Owed.COURSE);
    }

    @Test
    void the_course_of_the_first_purpose_is_chosen_until_somebody_chooses_another() {
        var courses = courses(OTHER, Owed.COURSE);

        assertThat(field(courses, null).isVisible()).isTrue();
        assertThat(field(courses, null).getValue()).isEqualTo(OTHER);
        assertThat(field(courses, Owed.COURSE).getValue()).isEqualTo(Owed.COURSE);
        assertThat(field(courses, Owed.id(999)).getValue()).as("not of this call").isEqualTo(OTHER);
    }

    private static AboutField field(SequencedMap<UUID, String> courses, UUID chosen) {
        return new AboutField(courses, chosen, () -> {
            // nothing is kept
        });
    }

    private static SequencedMap<UUID, String> courses(UUID... all) {
        var titles = new LinkedHashMap<UUID, String>();
        for (var course : all) {
            titles.put(course, "Course " + course);
        }
        return titles;
    }
}
