// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.IOException;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Rows that come out of a zip: too many of them, or too much of them, is a trap. */
final class UnpackedLines implements Lines {
    private final Lines all;
    private final long most;
    private long count;

    UnpackedLines(Lines all, long most) {
        this.all = all;
        this.most = most;
    }

    @Override
    public @Nullable Line next() throws FileRefused, IOException {
        try {
            Line line = all.next();
            if (line != null && ++count > most) {
                throw new FileRefused(Reason.TOO_MANY_ROWS, line.number());
            }
            return line;
        } catch (Guarded.TooMuch e) {
            throw new FileRefused(Reason.UNPACKS_TOO_BIG, 0, e);
        }
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
