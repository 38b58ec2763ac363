// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.store;

/**
 * Thrown by every service that stores data when the database cannot be reached in time, or was lost on the way. A face
 * answers 503 and asks to try again; work with an idempotency key may be repeated safely, because a transaction whose
 * end was lost may have been committed.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one sentence without addresses or credentials: it may be shown
     */
    public StoreUnavailable(String message) {
        super(message);
    }

    /**
     * @param message one sentence without addresses or credentials: it may be shown
     * @param cause for the log only
     */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
