// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.learner;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What users of other systems complain about, in the words of the complaint. */
class ComplaintsTest {
    private static final Course101 HERE = new Course101();

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static void say(UUID learner, String value) {
        Long seen = HERE.archive.file(TENANT, learner).orElseThrow().value("phone").map(FieldValue::id).orElse(null);
        assertThat(HERE.keeping.edit(TENANT, new Edit(UUID.randomUUID(), learner, "phone", value, seen,
                Confidence.STATED, "staff", "staff:li", day(1)))).isEqualTo(new Edited.Taken());
    }

    /** espocrm#3677. */
    @Test
    void complaint_14_the_audit_shows_old_and_new_and_never_the_same_value_twice_as_a_change() {
        UUID anna = learner(HERE.record("anna", enrolled("anna", "Anna", MONDAY)), "anna");
        say(anna, "13800001111");
        say(anna, "13800001111");
        say(anna, "13900002222");
        assertThat(HERE.keeping.history(TENANT, anna, "phone")).extracting(FieldValue::value)
                .containsExactly("13900002222", "13800001111");
        assertThat(HERE.keeping.history(TENANT, anna, "phone")).extracting(FieldValue::superseded)
                .containsExactly(null, day(1));
    }

    /** OCA/server-tools#3260: the audit log vanishes with the deleted record. */
    @Test
    void complaint_14_the_history_of_a_file_that_is_shown_no_more_is_still_there() {
        var key = new PersonKey("import:1", "row");
        Receipt receipt = HERE.archive.record(new Delivery(TENANT, "import:1", "row", List.of(new Fact.PersonDescribed(
                key, null, Map.of("phone", "13700003333"), Confidence.REPORTED, "staff:li", MONDAY))));
        UUID ben = ((Receipt.Recorded) receipt).people().get(key);
        HERE.archive.record(new Delivery(TENANT, "import:1", "undo", List.of(new Fact.PersonWithdrawn(key, "staff:li",
                day(2)))));
        assertThat(HERE.archive.find(TENANT, "13700003333", null, 10).items()).isEmpty();
        assertThat(HERE.keeping.history(TENANT, ben, "phone")).extracting(FieldValue::value).containsExactly("",
                "13700003333");
        assertThat(HERE.archive.timeline(TENANT, ben, null, 10).items()).hasSize(2);
        assertThatThrownBy(() -> Rows.in(HERE.database, "delete from archive.timeline returning 'gone'"))
                .hasMessageContaining("permission denied");
    }
}
