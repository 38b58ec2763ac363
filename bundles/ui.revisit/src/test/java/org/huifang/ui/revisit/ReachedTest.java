// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.junit.jupiter.api.Test;

class ReachedTest {
    private static final LearnerFile FILE = file("phone", "email", "wechat");

    @Test
    void each_channel_reaches_its_own_number_or_address() {
        assertThat(Reached.at(FILE, "phone")).get().extracting(FieldValue::value).isEqualTo("my phone");
        assertThat(Reached.at(FILE, "sms")).get().extracting(FieldValue::value).isEqualTo("my phone");
        assertThat(Reached.at(FILE, "email")).get().extracting(FieldValue::value).isEqualTo("my email");
        assertThat(Reached.at(FILE, "wechat")).get().extracting(FieldValue::value).isEqualTo("my wechat");
    }

    @Test
    void a_message_on_a_platform_or_a_channel_that_the_file_lacks_reaches_no_number() {
        assertThat(Reached.at(FILE, "lms")).isEmpty();
        assertThat(Reached.at(file("phone"), "email")).isEmpty();
    }

    private static LearnerFile file(String... fields) {
        return new LearnerFile(Owed.LEARNER, "王小明",
                Stream.of(fields).map(field -> new FieldValue(1, field, "my " + field, "staff", "staff",
                        Confidence.STATED, Owed.NOW, Owed.NOW, null)).toList(),
                List.of(), List.of(), List.of(), List.of(Owed.LEARNER));
    }
}
