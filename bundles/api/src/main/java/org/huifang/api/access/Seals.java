// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.util.Optional;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** Seals texts that go out and come back, as the cursors of lists: nobody can read or change them. Every node knows the others' seals. Thread-safe. */
@ProviderType
public interface Seals {
    /**
     * The text with its seal, in letters that are safe in a URL.
     *
     * @param purpose what it is for; it opens for the same purpose of the same tenant only
     */
    String seal(TenantId tenant, String purpose, String text);

    /** The text that was sealed, or empty when anything was changed or it is for something else. */
    Optional<String> open(TenantId tenant, String purpose, String sealed);
}
