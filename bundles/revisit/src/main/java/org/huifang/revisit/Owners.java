// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Who answers for what is owed in a course, from the moment it is owed. */
@Component(service = Owners.class)
public final class Owners {
    private static final Duration FRESH = Duration.ofSeconds(20);

    private record Course(TenantId tenant, UUID course) {}

    private record Known(UUID owner, Instant at) {}

    private final InstantSource clock;
    private final Map<Course, Known> known = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Staff staff;

    @Activate
    public Owners(@Reference InstantSource clock) {
        this.clock = clock;
    }

    Owners(InstantSource clock, @Nullable Staff staff) {
        this.clock = clock;
        this.staff = staff;
    }

    /** {@link Obligation#NOBODY} while nobody can be; the assignment goes on looking. */
    UUID of(TenantId tenant, UUID course) {
        Instant now = clock.instant();
        var key = new Course(tenant, course);
        Known before = known.get(key);
        if (before != null && Duration.between(before.at, now).abs().compareTo(FRESH) < 0
                && !before.owner.equals(Obligation.NOBODY)) {
            return before.owner;
        }
        Staff there = staff;
        UUID owner = there == null ? Obligation.NOBODY : there.responsible(tenant, course).orElse(Obligation.NOBODY);
        known.put(key, new Known(owner, now));
        return owner;
    }

    @Nullable
    Staff staff() {
        return staff;
    }
}
