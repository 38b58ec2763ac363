// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

/** Wakes background work before its pause is over. */
public interface Jobs {
    /** Has the job of this name run as soon as it can; does nothing for an unknown name. Returns at once. */
    void wake(String name);
}
