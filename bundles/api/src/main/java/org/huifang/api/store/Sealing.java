// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.store;

import org.osgi.annotation.versioning.ProviderType;

/** Seals secrets before they go into the database, so that a copy of the database alone opens nothing. Thread-safe. */
@ProviderType
public interface Sealing {
    /**
     * Seals a secret.
     *
     * @param purpose what it is for; it opens for no other
     */
    byte[] seal(byte[] plain, String purpose);

    /**
     * Opens what was sealed for the same purpose.
     *
     * @throws IllegalStateException when it was sealed with another key or for another purpose
     */
    byte[] open(byte[] sealed, String purpose);
}
