// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** Takes hints that something changed on a platform, from whoever cannot be believed more than that. */
@ProviderType
public interface RosterHints {
    /**
     * Has the rosters of these courses read again soon; when none of them is known, those of the courses that these
     * people are members of. However many hints come, a roster is read once.
     *
     * @param contexts the platform's ids of courses; unknown ones are passed over
     * @param subjects the platform's ids of people; unknown ones are passed over
     * @return how many rosters will be read for this hint; 0 also when all of them were asked for already
     */
    int changed(TenantId tenant, UUID platform, Set<String> contexts, Set<String> subjects);
}
