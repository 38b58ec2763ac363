// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One test of one row, and how it ended. */
record Outcome(String row, String test, String result) {
    static String csv(Collection<Outcome> outcomes) {
        return outcomes.stream().map(o -> o.row() + "," + o.test() + "," + o.result()).distinct().sorted()
                .collect(Collectors.joining("\n", "row,test,result\n", "\n"));
    }

    static List<Outcome> parse(String csv) {
        List<Outcome> outcomes = new ArrayList<>();
        csv.lines().skip(1).map(line -> line.split(",", 3)).filter(parts -> parts.length == 3)
                .forEach(parts -> outcomes.add(new Outcome(parts[0], parts[1], parts[2])));
        return outcomes;
    }
}
