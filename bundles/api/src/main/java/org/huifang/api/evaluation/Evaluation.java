// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Whether the revisits happen and whether they help. Thread-safe; the same numbers for views, REST and reports. */
@ProviderType
public interface Evaluation {
    /** All measures, in one course or, with null, in all. Follows the timeline with a lag of about a second. */
    Readings readings(TenantId tenant, @Nullable UUID course);
}
