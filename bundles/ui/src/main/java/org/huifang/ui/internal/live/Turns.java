// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.live;

/** One refresh at a time: what is wanted while one is under way, or rests, follows after it, once. */
final class Turns {
    private boolean busy;
    private boolean wanted;

    /** Whether it may begin now; else it is remembered. */
    synchronized boolean begin() {
        wanted = busy;
        boolean may = !busy;
        busy = true;
        return may;
    }

    /** Whether another one was wanted meanwhile. */
    synchronized boolean end() {
        boolean more = wanted;
        busy = false;
        wanted = false;
        return more;
    }
}
