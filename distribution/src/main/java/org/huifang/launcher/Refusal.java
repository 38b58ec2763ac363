// SPDX-License-Identifier: Apache-2.0
package org.huifang.launcher;

/** Huifang does not start or does not obey; the message is one line for the person at the terminal. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    Refusal(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    int exitStatus() {
        return exitStatus;
    }
}
