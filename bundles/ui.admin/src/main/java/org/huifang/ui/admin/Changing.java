// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import java.util.function.Supplier;
import org.huifang.api.installer.Result;

/** Carries out an operation of the installer and tells how it ended. */
interface Changing {
    /** @param what the bundle or file concerned, for people */
    void run(String what, Supplier<Result> operation);
}
