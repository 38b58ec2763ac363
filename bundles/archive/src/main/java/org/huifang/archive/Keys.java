// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.archive.KeyTable.Key;

/**
 * The people and courses that deliveries name.
 *
 * @param files where a key of a person belongs, where the deliverer knows it
 */
record Keys(Set<Key> people, Set<Key> courses, Map<Key, UUID> files) {
    static Keys in(TenantId tenant, Collection<Checked> deliveries) {
        var keys = new Keys(new LinkedHashSet<>(), new LinkedHashSet<>(), new HashMap<>());
        for (Checked checked : deliveries) {
            for (Checked.Stored stored : checked.facts()) {
                PersonKey person = Entry.person(stored.fact());
                if (person != null) {
                    keys.people.add(Key.of(tenant, person));
                }
                if (stored.fact() instanceof Fact.FromPlatform told) {
                    keys.courses.add(Key.of(tenant, told.course()));
                }
                if (stored.fact() instanceof Fact.PersonDescribed told && told.file() != null) {
                    keys.files.put(Key.of(tenant, told.person()), told.file());
                }
            }
        }
        return keys;
    }
}
