// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.identity;

/** An account was not created or changed. */
public final class InvalidAccount extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; views have a sentence for each. */
    public enum Reason {
        LINK_USED, NAME_TAKEN, NAME_EMPTY, PASSWORD_SHORT, PASSWORD_COMMON, LAST_ADMIN, UNKNOWN
    }

    private final Reason reason;

    public InvalidAccount(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
