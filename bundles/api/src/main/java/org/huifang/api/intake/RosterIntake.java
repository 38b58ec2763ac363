// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in what a school's administration hands over record by record; what becomes of it is one import like that of a
 * file, which {@link Intake} shows and undoes. Nothing has an effect before {@link #commit}. Thread-safe.
 */
@ProviderType
public interface RosterIntake {
    /**
     * An import that is being filled.
     *
     * @param list as in {@link ImportRun#list()}: the same ids mean the same people and classes in it, come they from a
     * file or from here
     * @param name what people see in place of a file's name
     */
    UUID begin(TenantId tenant, String list, String name);

    /** Adds records, at most 1,000; one that is added again replaces itself. Does nothing when the import is gone. */
    void add(TenantId tenant, UUID run, List<RosterRecord> records);

    /**
     * Begins to take what was added, in the background. When nothing of it is news, the import is forgotten.
     *
     * @param wholeAt null for differences; when all records there are were added, the time of which that is true, by the
     * administration's clock: what is not among them and was not changed later does not hold any more
     * @return whether there is anything to take
     */
    boolean commit(TenantId tenant, UUID run, @Nullable Instant wholeAt);

    /** Forgets an import that was not committed. */
    void abandon(TenantId tenant, UUID run);
}
