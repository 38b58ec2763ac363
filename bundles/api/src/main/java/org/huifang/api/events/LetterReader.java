// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ConsumerType;

/** A door that reads a letter once more; registered as a service by whoever reads hooks. */
@ConsumerType
public interface LetterReader {
    /** Reads and records it under its key, so that it has one effect however often it is read. */
    Replayed again(TenantId tenant, String source, String key, byte[] body);
}
