// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceReportTest {
    private static final List<Outcome> OUTCOMES = List.of(new Outcome("CB-01", "A.a", "passed"),
            new Outcome("CB-01", "A.a", "failed"), new Outcome("CB-02", "A.b", "skipped"),
            new Outcome("X-9", "A.c", "passed"));

    @Test
    void every_row_is_there_with_its_worst_result_and_a_row_without_a_test_says_so() {
        String report = ConformanceReport.of(OUTCOMES);
        assertThat(report).contains("| CB-01 | No KID Sent in JWT header | `A.a` | failed |",
                "| CB-02 | Incorrect KID in JWT header | `A.b` | skipped |",
                "| CB-03 | Wrong LTI Version | no test in this run | - |", "2 with a test, 1 failing")
                .doesNotContain("X-9");
    }

    @Test
    void the_table_of_results_is_read_back_as_it_was_written() {
        assertThat(Outcome.parse(Outcome.csv(OUTCOMES))).containsExactlyInAnyOrderElementsOf(OUTCOMES);
        assertThat(List.of("A20", "A7b", "AP-04")).allMatch(ConformanceReport::isRow);
    }
}
