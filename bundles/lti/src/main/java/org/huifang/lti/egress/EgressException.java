// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that got no answer: refused by the policy before any connection, or failed on the way. */
public final class EgressException extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean refused;

    EgressException(boolean refused, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    static EgressException refused(String message) {
        return new EgressException(true, message, null);
    }

    static EgressException failed(String message, @Nullable Throwable cause) {
        return new EgressException(false, message, cause);
    }

    /**
     * Whether the policy forbade it.
     *
     * @return true when no connection was made; trying again is useless until the configuration changes
     */
    public boolean refused() {
        return refused;
    }
}
