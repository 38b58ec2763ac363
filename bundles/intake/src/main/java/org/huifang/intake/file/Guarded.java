// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a zip while it is unpacked: ends when it gets larger than it may, and markup also when it goes on without
 * any tag, for a parser keeps what stands between two tags in memory.
 */
final class Guarded extends FilterInputStream {
    private static final int BETWEEN_TAGS = 1 << 20;

    /** It unpacks to more than it may. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final long most;
    private final boolean markup;
    private long read;
    private int sinceTag;

    /** @param markup whether a parser reads it that waits for the next tag */
    Guarded(InputStream in, long most, boolean markup) {
        super(in);
        this.most = most;
        this.markup = markup;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        read += Math.max(got, 0);
        for (int i = offset; markup && i < offset + got; i++) {
            sinceTag = buffer[i] == '>' ? 0 : sinceTag + 1;
            if (sinceTag > BETWEEN_TAGS) {
                throw new TooMuch();
            }
        }
        if (read > most) {
            throw new TooMuch();
        }
        return got;
    }
}
