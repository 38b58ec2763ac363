// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Hold;

/**
 * What is to be done for a person. Every task is in exactly one contact, or is held.
 *
 * @param contacts soonest first
 * @param held by task, in the order of the tasks
 */
public record PersonPlan(List<Contact> contacts, Map<UUID, Hold> held) {
    public PersonPlan {
        contacts = List.copyOf(contacts);
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
    }
}
