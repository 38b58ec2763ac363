// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who stands behind a learner, and what was bought for them. A learner, a payer and a guardian are three people with a
 * file each. They come as facts ({@link Fact.Linked}, {@link Fact.Purchased}); this is how they stand now. Thread-safe.
 */
@ProviderType
public interface Relations {
    /** Guardians, payers and others of a learner: guardians first, then by name. */
    List<LinkedPerson> of(TenantId tenant, UUID learner);

    /** Whose guardian or payer somebody is. */
    List<LinkedPerson> learnersOf(TenantId tenant, UUID person);

    /** What was bought for a person, newest first. */
    List<Purchase> purchases(TenantId tenant, UUID learner);
}
