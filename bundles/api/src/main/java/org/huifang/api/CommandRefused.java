// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

/** A command was not carried out and changed nothing; the message names the argument and the mend. */
public final class CommandRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public CommandRefused(String message) {
        super(message);
    }
}
