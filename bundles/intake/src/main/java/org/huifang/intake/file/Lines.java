// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.Closeable;
import java.io.IOException;
import org.huifang.api.intake.FileRefused;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one by one, from the first to the last. */
public interface Lines extends Closeable {
    /** The next row, or null after the last. */
    @Nullable
    Line next() throws FileRefused, IOException;
}
