// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** Notices what was lost on the way from sources that number their hooks. Thread-safe. */
@ProviderType
public interface Sequences {
    /**
     * A hook of this number was received. Returns after the commit; callers at once share it. Any order will do, and so
     * will a number that came before.
     *
     * @param number of the source, one more for each hook
     */
    void seen(TenantId tenant, String source, long number);

    /** What is missing, longest first. */
    List<Gap> gaps(TenantId tenant);

    /** Nothing is waited for there any more; false when there is no such gap. */
    boolean settle(TenantId tenant, UUID gap);
}
