// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** The archive cannot answer now; faces say 503 and when to try again. */
public final class ArchiveUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
