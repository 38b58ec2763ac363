// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportState;

/** The check or the run of one import, as far as this node has come. */
interface Working extends Closeable {
    boolean isOf(UUID id, ImportState state);

    /** @return whether there is more */
    boolean advance() throws FileRefused, IOException;
}
