// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import java.io.IOException;
import java.io.InputStream;

/** What is left of a body that is not read to its end. */
public final class Remainder {
    private static final long FAR = 8;

    private Remainder() {
    }

    /**
     * Many senders read no answer before all is sent, and lose it when the connection ends under them: so a body that is not
     * far too large is passed over before it is refused.
     *
     * @param declared what the sender says it sends in bytes; -1 when it does not
     * @param most how many bytes would have been read
     */
    public static void passOver(InputStream in, long declared, int most) throws IOException {
        for (long left = declared > FAR * most ? 0 : FAR * most; left > 0;) {
            long passed = in.skip(left);
            left = passed > 0 ? left - passed : in.read() < 0 ? 0 : left - 1;
        }
    }
}
