// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.huifang.api.revisit.Kind;
import org.junit.jupiter.api.Test;

class KindFieldTest {
    @Test
    void care_is_not_chosen_here_and_what_is_care_already_stays_so() {
        assertThat(KindField.offered(Kind.CALL)).containsExactly(Kind.CALL, Kind.QUESTIONNAIRE);
        assertThat(KindField.offered(Kind.QUESTIONNAIRE)).containsExactly(Kind.CALL, Kind.QUESTIONNAIRE);
        assertThat(KindField.offered(Kind.CARE)).containsExactly(Kind.CALL, Kind.QUESTIONNAIRE, Kind.CARE);
    }
}
