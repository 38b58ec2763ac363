// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huifang.itests.Distribution;
import org.huifang.lti.conformance.ConformanceReport;
import org.junit.jupiter.api.Test;

/** Puts together what the tests of several bundles showed of LTI: {@code itests/target/conformance.md}. */
class ConformanceTest {
    private static final List<String> BUNDLES = List.of("lti", "platform", "rest");

    @Test
    void every_row_of_the_conformance_and_abuse_tables_has_a_test_that_passed() throws IOException {
        var report = Distribution.project().resolve("itests/target/conformance.md");
        var arguments = new ArrayList<String>();
        arguments.add(report.toString());
        for (String bundle : BUNDLES) {
            Path results = Distribution.project().resolve("bundles/" + bundle + "/target/conformance.csv");
            assumeTrue(Files.exists(results), "the tests of " + bundle + " were not run");
            arguments.add(results.toString());
        }
        ConformanceReport.main(arguments.toArray(String[]::new));
        var lines = Files.readAllLines(report);
        System.out.println(lines.get(2));
        assertThat(lines).filteredOn(line -> line.startsWith("|"))
                .noneMatch(line -> line.endsWith("| failed |") || line.contains("no test in this run"));
    }
}
