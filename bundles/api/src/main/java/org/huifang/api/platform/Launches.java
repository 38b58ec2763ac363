// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The launches that are still open. Kept in the database, so any node can answer. */
@ProviderType
public interface Launches {
    /** The launch of this id if the secret is its own, it has not expired and its registration is enabled. */
    Optional<Launch> find(String id, String secret);

    /** Where this launch may be framed; tells nothing else, and needs no secret: headers go out before cookies are read. */
    Optional<String> frameOrigin(String id);
}
