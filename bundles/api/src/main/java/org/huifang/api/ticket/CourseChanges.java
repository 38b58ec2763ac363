// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The outer loop: what is changed because of tickets, who is told, and whether such tickets come again. A change is
 * announced under the topic {@code ticket}. Thread-safe; what returned is committed.
 */
@ProviderType
public interface CourseChanges {
    /** All, those not released first, then newest first. */
    List<CourseChange> all(TenantId tenant, @Nullable Area area, @Nullable UUID course);

    Optional<CourseChange> find(TenantId tenant, UUID id);

    /**
     * Keeps a new change, or replaces the one that was seen; whether it is out and what raisers were told are not
     * touched.
     *
     * @param seen what the caller had before them, or null: there was none
     * @return false when somebody else has kept another one meanwhile: nothing was changed
     */
    boolean save(TenantId tenant, CourseChange change, @Nullable CourseChange seen);

    /** What raisers could be told, drafted from the change in the language asked for. @param language BCP 47 */
    String draft(CourseChange change, String language);

    /**
     * The change is out: each raiser of a linked ticket is told {@code text}, once however often this is called. How many
     * were told by this call.
     */
    int release(TenantId tenant, UUID id, String text, UUID by);

    /** How many raisers of linked tickets have not been told; {@link #release} would. */
    long untold(TenantId tenant, UUID id);

    /** Who is told, one for each linked ticket. */
    List<Telling> tellings(TenantId tenant, UUID id);

    /** Whether such tickets come again. */
    Recurrence recurrence(TenantId tenant, UUID id);
}
