// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.time.Instant;
import java.util.List;
import org.huifang.api.archive.Reach;

/** All that a plan depends on. */
record Given(Reach reach, List<Task> tasks, List<Contact> past, List<Contact> standing, Limits limits, Instant now) {
    PersonPlan planned() {
        return planned(new Planner(limits));
    }

    PersonPlan planned(Planner planner) {
        return planner.plan(reach, tasks, past, standing, now);
    }

    Given standing(List<Contact> contacts) {
        return new Given(reach, tasks, past, contacts, limits, now);
    }

    Given at(Instant later) {
        return new Given(reach, tasks, past, standing, limits, later);
    }
}
